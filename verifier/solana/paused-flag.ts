import type { AccountSnapshot } from './account-snapshot.ts';
import { readMint } from './mint-account.ts';

/**
 * Where a paused flag is kept: in the mint itself (Token-2022's Pausable extension), or as one byte in an
 * account of the platform's own program, whose layout `prefix` (the account discriminator) pins.
 */
export type PausedFlagPlace =
  | { readonly kind: 'mint' }
  | {
      readonly kind: 'byte';
      /** Base58 address of the program that must own the account. */
      readonly owner: string;
      readonly prefix: Uint8Array;
      /** Offset of the flag in the account data, in bytes. */
      readonly offset: number;
    };

/** The flag, or null when the account is absent, is another one, or holds anything but 0 or 1 there. */
export function readPausedFlag(account: AccountSnapshot | null, place: PausedFlagPlace): boolean | null {
  if (account === null) return null;
  if (place.kind === 'mint') return readMint(account)?.pausable?.paused ?? null;
  const { data, owner } = account;
  if (owner !== place.owner || !place.prefix.every((byte, i) => data[i] === byte)) return null;
  const flag = data[place.offset];
  return flag === 0 || flag === 1 ? flag === 1 : null;
}
