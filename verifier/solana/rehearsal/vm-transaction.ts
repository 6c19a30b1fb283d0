import type { FailedTransactionMetadata, SimulatedTransactionInfo, TransactionMetadata } from 'litesvm';
import { toBase58 } from '../base58.ts';
import type { TransactionError, Vm, VmOutcome } from './vm.ts';

type LiteTransaction = Parameters<Vm['svm']['sendTransaction']>[0];

/** Executes a serialized, signed transaction and remembers it. Throws when the bytes are no transaction. */
export function sendWire(vm: Vm, wire: Uint8Array): VmOutcome & { readonly signature: string } {
  const outcome = outcomeOf(vm.svm.sendTransaction(liteTransaction(vm, wire)));
  const signature = vm.web3.VersionedTransaction.deserialize(wire).signatures[0] ?? new Uint8Array(64);
  const sent = { signature: toBase58(signature), slot: vm.svm.getClock().slot, wire, outcome };
  // As on chain: what never reached a program leaves no trace.
  if (outcome.err === null || typeof outcome.err === 'object') vm.sent.push(sent);
  return { ...outcome, signature: sent.signature };
}

/**
 * Executes without effect. Unsigned transactions pass when `verify` is false, as `sigVerify: false` asks of a
 * node.
 */
export function simulateWire(vm: Vm, wire: Uint8Array, verify: boolean): VmOutcome {
  vm.svm.withSigverify(verify);
  try {
    return outcomeOf(vm.svm.simulateTransaction(liteTransaction(vm, wire)));
  } finally {
    vm.svm.withSigverify(true);
  }
}

/** litesvm takes the message and the signatures by address. */
function liteTransaction({ web3 }: Vm, wire: Uint8Array): LiteTransaction {
  const { message, signatures } = web3.VersionedTransaction.deserialize(wire);
  const signers = message.staticAccountKeys.slice(0, message.header.numRequiredSignatures);
  return {
    messageBytes: message.serialize(),
    signatures: Object.fromEntries(signers.map((key, i) => [key.toBase58(), signatures[i]])),
  } as unknown as LiteTransaction;
}

function outcomeOf(
  result: TransactionMetadata | FailedTransactionMetadata | SimulatedTransactionInfo,
): VmOutcome {
  const meta = 'meta' in result ? result.meta() : result;
  return {
    err: 'err' in result ? transactionError(String(result)) : null,
    logs: meta.logs(),
    computeUnits: meta.computeUnitsConsumed(),
  };
}

/**
 * litesvm gives errors as classes and numbers without names; its debug text holds the names that a node puts
 * into JSON: `err: InstructionError(0, Custom(6042))`, `err: InstructionError(0, Immutable)`, `err:
 * BlockhashNotFound`.
 */
function transactionError(debug: string): TransactionError {
  const [, index, custom, named, whole] =
    /\{ err: (?:InstructionError\((\d+), (?:Custom\((\d+)\)|(\w+))|(\w+))/.exec(debug) ?? [];
  if (whole !== undefined) return whole;
  if (index === undefined) throw new Error(`litesvm reports an error of unknown form: ${debug.slice(0, 80)}`);
  return {
    InstructionError: [Number(index), custom === undefined ? (named as string) : { Custom: Number(custom) }],
  };
}
