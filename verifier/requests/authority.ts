import { type Decoder, field, integer, list, oneOf, orNull } from '../json-fields.ts';
import type { AccountSnapshot } from '../solana/account-snapshot.ts';
import { checkAuthority, type ExpectedAuthority } from '../solana/authority-check.ts';
import type { Check, Verdict } from '../verdict.ts';
import { account } from './account.ts';
import { address } from './base58-field.ts';

export const RIGHTS = ['mint', 'freeze', 'pause'] as const;
/** Places of a multisig of the token programs. */
const MOST_MEMBERS = 11;

/** `{ mint, authority, expected }`: two accounts (or null) and what the procedure says. */
export const authorityRequest: Decoder<Check> = (value, at) => {
  const mint = field(value, at, 'mint', orNull(account));
  const authority = field(value, at, 'authority', orNull(account));
  const expected = field(value, at, 'expected', expectedAuthority);
  return () => authorityVerdict(mint, authority, expected);
};

export const expectedAuthority: Decoder<ExpectedAuthority> = (value, at) => ({
  right: field(value, at, 'right', oneOf(RIGHTS)),
  address: field(value, at, 'address', address),
  required: field(value, at, 'required', integer),
  places: field(value, at, 'places', integer),
  members: field(value, at, 'members', orNull(list(address, MOST_MEMBERS))),
});

export function authorityVerdict(
  mint: AccountSnapshot | null,
  authority: AccountSnapshot | null,
  expected: ExpectedAuthority,
): Verdict {
  const { name, multisig, fewest } = checkAuthority(mint, authority, expected);
  const procedure = `${expected.required} of ${expected.places} for the right to ${expected.right}`;
  return {
    name,
    facts: {
      procedure,
      ...(multisig === null
        ? {}
        : {
            'on chain': `${multisig.required} of ${multisig.members.length}`,
            'fewest keys that can act': String(fewest),
            members: multisig.members.join(', '),
          }),
    },
  };
}
