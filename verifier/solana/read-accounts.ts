import type { AccountInfo, Connection } from '@solana/web3.js';
import type { AccountSnapshot } from './account-snapshot.ts';
import { type Asked, ask, u64 } from './ask.ts';

export type AccountsAtSlot = {
  /** The slot at which all of them were read. */
  readonly slot: bigint;
  /** By address, in the order asked; null where no account exists. */
  readonly accounts: ReadonlyMap<string, AccountSnapshot | null>;
};

/** `getMultipleAccounts` refuses more. */
export const MAX_ACCOUNTS = 100;

/** Reads up to 100 accounts, given as valid base58 addresses, in one request and therefore at one slot. */
export async function readAccounts(
  chain: Pick<Connection, 'getMultipleAccountsInfoAndContext'>,
  addresses: readonly string[],
  commitment: 'processed' | 'confirmed' | 'finalized',
): Promise<Asked<AccountsAtSlot>> {
  const { PublicKey } = await import('@solana/web3.js');
  const keys = addresses.map((address) => new PublicKey(address));
  return ask(async () => {
    const { context, value } = await chain.getMultipleAccountsInfoAndContext(keys, commitment);
    if (value.length !== addresses.length) throw new RangeError('one entry per address');
    const accounts = addresses.map((address, i) => [address, snapshot(address, value[i] ?? null)] as const);
    return { slot: u64(context.slot), accounts: new Map(accounts) };
  });
}

function snapshot(address: string, info: AccountInfo<Uint8Array> | null): AccountSnapshot | null {
  if (info === null) return null;
  const { owner, executable, lamports, data } = info;
  return {
    address,
    owner: owner.toBase58(),
    executable,
    lamports: u64(lamports),
    data: Uint8Array.from(data),
  };
}
