import type { VersionedTransaction } from '@solana/web3.js';
import type { AccountSnapshot } from '../account-snapshot.ts';
import { toBase58 } from '../base58.ts';
import type { SentTransaction, Vm } from './vm.ts';

// The JSON shapes of a node: accounts in base64 (solana-account-decoder), transactions as JSON
// (solana-transaction-status).

export function describeAccount({ owner, executable, lamports, data }: AccountSnapshot) {
  return {
    data: [Buffer.from(data).toString('base64'), 'base64'],
    owner,
    executable,
    lamports,
    rentEpoch: 0,
    space: data.length,
  };
}

/** The fee of the chain: 5000 lamports for each signature. */
const LAMPORTS_PER_SIGNATURE = 5000;

export function describeSent(vm: Vm, { wire, slot, outcome }: SentTransaction) {
  const transaction = vm.web3.VersionedTransaction.deserialize(wire);
  return {
    slot,
    blockTime: null,
    version: transaction.version,
    meta: {
      err: outcome.err,
      fee: LAMPORTS_PER_SIGNATURE * transaction.signatures.length,
      logMessages: outcome.logs,
      computeUnitsConsumed: outcome.computeUnits,
      preBalances: [],
      postBalances: [],
    },
    transaction: { signatures: transaction.signatures.map(toBase58), message: describeMessage(transaction) },
  };
}

function describeMessage({ message }: VersionedTransaction) {
  return {
    header: message.header,
    accountKeys: message.staticAccountKeys.map((key) => key.toBase58()),
    recentBlockhash: message.recentBlockhash,
    instructions: message.compiledInstructions.map(({ programIdIndex, accountKeyIndexes, data }) => ({
      programIdIndex,
      accounts: accountKeyIndexes,
      data: toBase58(data),
    })),
    addressTableLookups: message.addressTableLookups,
  };
}

export function names(vm: Vm, { wire }: SentTransaction, address: string): boolean {
  const { message } = vm.web3.VersionedTransaction.deserialize(wire);
  return message.staticAccountKeys.some((key) => key.toBase58() === address);
}
