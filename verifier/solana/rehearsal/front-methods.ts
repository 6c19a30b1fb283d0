import { fromAddress } from '../base58.ts';
import { describeAccount, describeSent, names } from './front-shapes.ts';
import { RefusedRequest } from './refused-request.ts';
import type { Vm } from './vm.ts';
import { readVmAccount } from './vm-accounts.ts';
import { sendWire, simulateWire } from './vm-transaction.ts';

type Params = readonly unknown[];

/** The methods of the front, by name; each takes the machine and the parameters as they came. */
export const FRONT_METHODS = {
  getAccountInfo: (vm: Vm, [address]: Params) => inContext(vm, account(vm, address)),
  getBlock: (vm: Vm, [slot]: Params) => block(vm, slot),
  getBlockHeight: (vm: Vm) => slotOf(vm),
  getGenesisHash: () => GENESIS,
  getLatestBlockhash: (vm: Vm) =>
    inContext(vm, { blockhash: vm.svm.latestBlockhash(), lastValidBlockHeight: slotOf(vm) + 150n }),
  getMinimumBalanceForRentExemption: (vm: Vm, [length]: Params) =>
    vm.svm.minimumBalanceForRentExemption(integer(length)),
  getMultipleAccounts: (vm: Vm, [addresses]: Params) =>
    inContext(
      vm,
      list(addresses).map((address) => account(vm, address)),
    ),
  getSignaturesForAddress: (vm: Vm, [address, options]: Params) =>
    signatures(vm, addressOf(address), options),
  getSignatureStatuses: (vm: Vm, [wanted]: Params) =>
    inContext(
      vm,
      list(wanted).map((signature) => status(vm, signature)),
    ),
  getSlot: (vm: Vm) => slotOf(vm),
  getTransaction: (vm: Vm, [signature]: Params) => {
    const sent = vm.sent.find((entry) => entry.signature === signature);
    return sent === undefined ? null : describeSent(vm, sent);
  },
  sendTransaction: (vm: Vm, [encoded]: Params) => sendTransaction(vm, wireOf(vm, encoded)),
  simulateTransaction: (vm: Vm, [encoded, options]: Params) =>
    simulateTransaction(vm, wireOf(vm, encoded), options),
} as const;

/** The machine has no first block; this stands for one, so that a bundle says which chain it came from. */
const GENESIS = 'RehearsaL1111111111111111111111111111111111';

function inContext(vm: Vm, value: unknown) {
  return { context: { slot: slotOf(vm) }, value };
}

function slotOf({ svm }: Vm): bigint {
  return svm.getClock().slot;
}

function account(vm: Vm, address: unknown) {
  const found = readVmAccount(vm, addressOf(address));
  return found === null ? null : describeAccount(found);
}

/** The machine makes no blocks: only the current slot has a hash. */
function block(vm: Vm, slot: unknown) {
  if (integer(slot) !== slotOf(vm)) throw new RefusedRequest(-32007, `Slot ${slot} was skipped`);
  const blockhash = vm.svm.latestBlockhash();
  return {
    blockhash,
    previousBlockhash: blockhash,
    parentSlot: slotOf(vm) - 1n,
    blockHeight: slotOf(vm),
    blockTime: null,
  };
}

function signatures(vm: Vm, address: string, options: unknown) {
  const { limit = 1000, before } = (options ?? {}) as { limit?: unknown; before?: unknown };
  const newestFirst = vm.sent.toReversed().filter((entry) => names(vm, entry, address));
  const start = before === undefined ? 0 : newestFirst.findIndex((entry) => entry.signature === before) + 1;
  return newestFirst.slice(start, start + Number(integer(limit))).map(({ signature, slot, outcome }) => ({
    signature,
    slot,
    err: outcome.err,
    memo: null,
    blockTime: null,
  }));
}

function status(vm: Vm, signature: unknown) {
  const sent = vm.sent.find((entry) => entry.signature === signature);
  if (sent === undefined) return null;
  return { slot: sent.slot, confirmations: null, err: sent.outcome.err, confirmationStatus: 'finalized' };
}

/** A node simulates first and refuses what would fail, with the outcome as data (-32002). */
function sendTransaction(vm: Vm, wire: Uint8Array) {
  const { err, logs } = simulateWire(vm, wire, true);
  if (err !== null) throw new RefusedRequest(-32002, 'Transaction simulation failed', { err, logs });
  return sendWire(vm, wire).signature;
}

function simulateTransaction(vm: Vm, wire: Uint8Array, options: unknown) {
  const { sigVerify = false, replaceRecentBlockhash = false } = (options ?? {}) as Record<string, unknown>;
  const transaction = vm.web3.VersionedTransaction.deserialize(wire);
  if (replaceRecentBlockhash === true) transaction.message.recentBlockhash = vm.svm.latestBlockhash();
  const { err, logs, computeUnits } = simulateWire(vm, transaction.serialize(), sigVerify === true);
  return inContext(vm, { err, logs, unitsConsumed: computeUnits, accounts: null, returnData: null });
}

function wireOf(vm: Vm, encoded: unknown): Uint8Array {
  const wire = Buffer.from(String(encoded), 'base64');
  try {
    vm.web3.VersionedTransaction.deserialize(wire);
  } catch {
    throw new RefusedRequest(-32602, 'invalid transaction: base64 of a serialized transaction is expected');
  }
  return wire;
}

function addressOf(value: unknown): string {
  if (typeof value === 'string' && fromAddress(value) !== null) return value;
  throw new RefusedRequest(-32602, 'Invalid param: not an address');
}

function integer(value: unknown): bigint {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return BigInt(value as number);
  throw new RefusedRequest(-32602, 'Invalid param: not an unsigned integer');
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value) && value.length <= 256) return value;
  throw new RefusedRequest(-32602, 'Invalid param: not a list of at most 256');
}
