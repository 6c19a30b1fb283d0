import type { Connection } from '@solana/web3.js';
import type { FreezeObservation } from './freeze-check.ts';
import { observeHalt, type TransferRequest } from './observe-halt.ts';
import { type PausedFlagPlace, readPausedFlag } from './paused-flag.ts';
import { readAccounts } from './read-accounts.ts';

export type FreezeRequest = TransferRequest & {
  /** Base58 address of the account that holds the paused flag. */
  readonly flagAccount: string;
  readonly flag: PausedFlagPlace;
};

/** Simulates the test transfer (nothing is signed or sent) and reads the flag, for `checkFreeze`. */
export async function observeFreeze(
  chain: Pick<Connection, 'getMultipleAccountsInfoAndContext' | 'simulateTransaction'>,
  request: FreezeRequest,
): Promise<FreezeObservation> {
  const seen = await observeHalt(chain, request);
  if (seen.transferIndex === null) return { ...seen, paused: null };
  const read = await readAccounts(chain, [request.flagAccount], 'processed');
  const account = 'value' in read ? (read.value.accounts.get(request.flagAccount) ?? null) : null;
  return { ...seen, paused: readPausedFlag(account, request.flag) };
}
