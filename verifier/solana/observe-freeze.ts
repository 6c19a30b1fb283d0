import type { Connection, VersionedTransaction } from '@solana/web3.js';
import { ask, u64 } from './ask.ts';
import type { FreezeObservation, Simulation } from './freeze-check.ts';
import { type PausedFlagPlace, readPausedFlag } from './paused-flag.ts';
import { readAccounts } from './read-accounts.ts';
import { readTestTransfer } from './test-transfer.ts';

export type FreezeRequest = {
  /** A serialized transaction that transfers the mint and would pass if nothing were frozen; never sent. */
  readonly transfer: Uint8Array;
  /** Base58 address of the mint. */
  readonly mint: string;
  /** Base58 address of the account that holds the paused flag. */
  readonly flagAccount: string;
  readonly flag: PausedFlagPlace;
};

/** Simulates the test transfer (nothing is signed or sent) and reads the flag, for `checkFreeze`. */
export async function observeFreeze(
  chain: Pick<Connection, 'getMultipleAccountsInfoAndContext' | 'simulateTransaction'>,
  request: FreezeRequest,
): Promise<FreezeObservation> {
  const transfer = await readTestTransfer(request.transfer, request.mint);
  if (transfer === null || transfer.transferIndex === null) {
    return { transferIndex: null, simulation: null, paused: null };
  }
  const simulation = await simulate(chain, transfer.transaction);
  const read = await readAccounts(chain, [request.flagAccount], 'processed');
  const account = 'value' in read ? (read.value.accounts.get(request.flagAccount) ?? null) : null;
  return { transferIndex: transfer.transferIndex, simulation, paused: readPausedFlag(account, request.flag) };
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
