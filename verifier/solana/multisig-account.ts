import type { AccountSnapshot } from './account-snapshot.ts';
import { toAddress } from './base58.ts';
import { isTokenProgram } from './program-ids.ts';

/** `required` (m) of `members.length` (n) places; one address may fill several places. */
export type Multisig = { readonly required: number; readonly members: readonly string[] };

/** spl-token `state.rs`, `Multisig::LEN`: m, n, is_initialized, then eleven places of 32 bytes. */
const LENGTH = 355;
const MAX_MEMBERS = 11;

/**
 * Reads a token program's multisig account; null when it is not an initialised one with 1 <= m <= n <= 11.
 */
export function readMultisig(account: AccountSnapshot): Multisig | null {
  const { data } = account;
  if (!isTokenProgram(account.owner) || data.length !== LENGTH || data[2] !== 1) return null;
  const [required, places] = data as unknown as [number, number];
  if (required < 1 || required > places || places > MAX_MEMBERS) return null;
  const members = Array.from({ length: places }, (_, i) => toAddress(data.subarray(3 + 32 * i, 35 + 32 * i)));
  return { required, members };
}

/**
 * How few people can really act. The token program lets ONE signature fill every place its key holds, so
 * [A, A, A, B, C] with m = 3 is satisfied by A alone: the fullest key holders come first.
 */
export function fewestSigners({ required, members }: Multisig): number {
  const places = [...new Set(members)]
    .map((member) => members.filter((other) => other === member).length)
    .sort((a, b) => b - a);
  let signers = 0;
  for (let filled = 0; filled < required; signers++) filled += places[signers] as number;
  return signers;
}
