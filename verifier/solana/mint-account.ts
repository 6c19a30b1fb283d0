import type { AccountSnapshot } from './account-snapshot.ts';
import { toAddress } from './base58.ts';
import { isTokenProgram, TOKEN_2022_PROGRAM } from './program-ids.ts';

export type Mint = {
  readonly supply: bigint;
  readonly decimals: number;
  /** Base58, or null when nobody holds the right any more. */
  readonly mintAuthority: string | null;
  readonly freezeAuthority: string | null;
  /** Token-2022's Pausable extension; null on a mint without it. */
  readonly pausable: { readonly authority: string | null; readonly paused: boolean } | null;
  /** The transfer hook program; null on a mint without one. */
  readonly hook: string | null;
};

// spl-token `state.rs`: mint_authority COption at 0, supply at 36, decimals, is_initialized, freeze_authority
// COption at 46.
const BASE_LENGTH = 82;
// Token-2022 pads a mint to the length of a token account, then writes the account type and the extensions.
const TYPE_OFFSET = 165;
const MINT_TYPE = 1;
/** The multisig length is never a mint: Token-2022 keeps the three kinds apart by it. */
const MULTISIG_LENGTH = 355;
const TRANSFER_HOOK = 14;
const PAUSABLE = 26;

/** Reads a mint of either token program; null when the bytes are not one. */
export function readMint(account: AccountSnapshot): Mint | null {
  const { data } = account;
  if (!isTokenProgram(account.owner) || data.length < BASE_LENGTH || data[45] !== 1) return null;
  const mintAuthority = optionalKey(data, 0);
  const freezeAuthority = optionalKey(data, 46);
  const extensions = readExtensions(account);
  if (mintAuthority === undefined || freezeAuthority === undefined || extensions === null) return null;
  const pausable = readPausable(extensions.get(PAUSABLE));
  const hook = extensions.get(TRANSFER_HOOK);
  if (pausable === undefined || (hook !== undefined && hook.length !== 64)) return null;
  return {
    supply: new DataView(data.buffer, data.byteOffset).getBigUint64(36, true),
    decimals: data[44] as number,
    mintAuthority,
    freezeAuthority,
    pausable,
    hook: hook === undefined ? null : nonZeroKey(hook.subarray(32)),
  };
}

/** A `COption<Pubkey>`: a u32 tag of 0 or 1, then the key. Undefined for any other tag. */
function optionalKey(data: Uint8Array, offset: number): string | null | undefined {
  const tag = new DataView(data.buffer, data.byteOffset).getUint32(offset, true);
  if (tag === 0) return null;
  return tag === 1 ? toAddress(data.subarray(offset + 4, offset + 36)) : undefined;
}

/** An `OptionalNonZeroPubkey`: all zeros mean nobody. */
function nonZeroKey(bytes: Uint8Array): string | null {
  return bytes.every((byte) => byte === 0) ? null : toAddress(bytes);
}

/** PausableConfig: the authority, then one byte that is exactly 0 or 1. */
function readPausable(entry: Uint8Array | undefined): Mint['pausable'] | undefined {
  if (entry === undefined) return null;
  const flag = entry[32];
  if (entry.length !== 33 || (flag !== 0 && flag !== 1)) return undefined;
  return { authority: nonZeroKey(entry.subarray(0, 32)), paused: flag === 1 };
}

/** The extensions of a Token-2022 mint by type: u16 type, u16 length, bytes. Null when they do not add up. */
function readExtensions({ owner, data }: AccountSnapshot): Map<number, Uint8Array> | null {
  const found = new Map<number, Uint8Array>();
  if (data.length === BASE_LENGTH) return found;
  if (owner !== TOKEN_2022_PROGRAM || data.length <= TYPE_OFFSET || data.length === MULTISIG_LENGTH)
    return null;
  if (data[TYPE_OFFSET] !== MINT_TYPE) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  let at = TYPE_OFFSET + 1;
  // Type 0 is the unused room at the end of the account.
  while (at + 4 <= data.length && view.getUint16(at, true) !== 0) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > data.length || found.has(view.getUint16(at, true))) return null;
    found.set(view.getUint16(at, true), data.subarray(at + 4, end));
    at = end;
  }
  return found;
}
