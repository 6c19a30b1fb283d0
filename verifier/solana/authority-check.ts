import type { AccountSnapshot } from './account-snapshot.ts';
import type { AuthorityCode } from './authority-codes.ts';
import { type Mint, readMint } from './mint-account.ts';
import { fewestSigners, type Multisig, readMultisig } from './multisig-account.ts';

export type AuthorityRight = 'mint' | 'freeze' | 'pause';

export type ExpectedAuthority = {
  readonly right: AuthorityRight;
  /** Base58 address of the multisig account. */
  readonly address: string;
  /** m of n, as the procedure states them. */
  readonly required: number;
  readonly places: number;
  /** Base58 addresses on record; null when there is no record to compare with. */
  readonly members: readonly string[] | null;
};

export type AuthorityVerdict = {
  readonly name: AuthorityCode;
  readonly multisig: Multisig | null;
  /** How few distinct keys can really act; null without a multisig. */
  readonly fewest: number | null;
};

/**
 * Does `right` over this mint really need m distinct members out of n? Order of checks: the mint, its
 * authority, the account behind it, repeated members, m and n, the members on record. The chain does NOT
 * refuse repeated members, so a "3-of-5" made of [A, A, A, B, C] works on chain and A alone can act.
 *
 * Leaves to its caller: that distinct keys belong to distinct people.
 */
export function checkAuthority(
  mint: AccountSnapshot | null,
  authority: AccountSnapshot | null,
  expected: ExpectedAuthority,
): AuthorityVerdict {
  const without = (name: AuthorityCode) => ({ name, multisig: null, fewest: null });
  const parsed = mint && readMint(mint);
  if (!parsed) return without('unreadable');
  if (holder(parsed, expected.right) !== expected.address) return without('other-authority');
  if (authority === null || authority.address !== expected.address) return without('unreadable');
  const multisig = readMultisig(authority);
  // A multisig acts only for the token program that owns it.
  if (multisig === null || authority.owner !== mint?.owner) return without('not-a-multisig');
  return { name: compare(multisig, expected), multisig, fewest: fewestSigners(multisig) };
}

function holder(mint: Mint, right: AuthorityRight): string | null {
  switch (right) {
    case 'mint':
      return mint.mintAuthority;
    case 'freeze':
      return mint.freezeAuthority;
    case 'pause':
      return mint.pausable?.authority ?? null;
  }
}

function compare({ required, members }: Multisig, expected: ExpectedAuthority): AuthorityCode {
  const distinct = new Set(members);
  if (distinct.size !== members.length) return 'repeated-member';
  if (required !== expected.required || members.length !== expected.places) return 'threshold-differs';
  const onRecord = expected.members && new Set(expected.members);
  if (onRecord && (onRecord.size !== distinct.size || !members.every((member) => onRecord.has(member)))) {
    return 'members-differ';
  }
  return 'sound';
}
