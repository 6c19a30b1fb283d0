import type { Connection } from '@solana/web3.js';
import type { AccountSnapshot } from './account-snapshot.ts';
import type { Asked } from './ask.ts';
import { programDataAddress } from './program-account.ts';
import { readAccounts } from './read-accounts.ts';

export type ObservedProgram = {
  readonly slot: bigint;
  readonly program: AccountSnapshot | null;
  readonly programData: AccountSnapshot | null;
};

/** Reads a program and its data account for `checkProgram`; where both exist, both are of one slot. */
export async function observeProgram(
  chain: Pick<Connection, 'getMultipleAccountsInfoAndContext'>,
  address: string,
): Promise<Asked<ObservedProgram>> {
  const first = await readAccounts(chain, [address], 'confirmed');
  if ('unavailable' in first) return first;
  const program = first.value.accounts.get(address) ?? null;
  const dataAddress = program && programDataAddress(program);
  if (!dataAddress) return { value: { slot: first.value.slot, program, programData: null } };
  const both = await readAccounts(chain, [address, dataAddress], 'confirmed');
  if ('unavailable' in both) return both;
  const { slot, accounts } = both.value;
  return {
    value: { slot, program: accounts.get(address) ?? null, programData: accounts.get(dataAddress) ?? null },
  };
}
