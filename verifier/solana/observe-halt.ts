import type { Connection, VersionedTransaction } from '@solana/web3.js';
import { ask, u64 } from './ask.ts';
import type { Simulation, TransferObservation } from './halt-check.ts';
import { readTestTransfer } from './test-transfer.ts';

export type TransferRequest = {
  /** A serialized transaction that transfers the mint and would pass if nothing were halted; never sent. */
  readonly transfer: Uint8Array;
  /** Base58 address of the mint. */
  readonly mint: string;
};

/** Simulates the test transfer, for `checkHalt`; nothing is signed or sent. */
export async function observeHalt(
  chain: Pick<Connection, 'simulateTransaction'>,
  { transfer, mint }: TransferRequest,
): Promise<TransferObservation> {
  const read = await readTestTransfer(transfer, mint);
  if (read === null || read.transferIndex === null) return { transferIndex: null, simulation: null };
  return { transferIndex: read.transferIndex, simulation: await simulate(chain, read.transaction) };
}

async function simulate(
  chain: Pick<Connection, 'simulateTransaction'>,
  transaction: VersionedTransaction,
): Promise<Simulation | null> {
  const options = { sigVerify: false, replaceRecentBlockhash: true, commitment: 'processed' } as const;
  const asked = await ask(async () => {
    const { context, value } = await chain.simulateTransaction(transaction, options);
    return { slot: u64(context.slot), err: value.err, logs: value.logs ?? [] };
  });
  return 'value' in asked ? asked.value : null;
}
