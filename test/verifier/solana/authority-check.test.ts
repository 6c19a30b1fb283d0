import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountSnapshot } from '../../../verifier/solana/account-snapshot.ts';
import { checkAuthority } from '../../../verifier/solana/authority-check.ts';
import { AUTHORITY_CODES } from '../../../verifier/solana/authority-codes.ts';
import { fewestSigners, readMultisig } from '../../../verifier/solana/multisig-account.ts';
import { TOKEN_PROGRAM } from '../../../verifier/solana/program-ids.ts';
import { tokenPause } from '../../../verifier/solana/rehearsal/brakes.ts';
import { testTransfer } from '../../../verifier/solana/rehearsal/freeze-world.ts';
import { readVmAccount } from '../../../verifier/solana/rehearsal/vm-accounts.ts';
import { send } from '../../../verifier/solana/rehearsal/vm-send.ts';
import { freshWorld } from './fresh-vm.ts';

const world = await freshWorld();
const read = (address: { toBase58(): string }) =>
  readVmAccount(world.vm, address.toBase58()) as AccountSnapshot;
const [mint, multisig] = [read(world.mint), read(world.multisig)];
const members = world.members.map((member) => member.publicKey.toBase58());
const EXPECTED = { right: 'pause', address: multisig.address, required: 3, places: 5, members } as const;

/** The multisig with `data` written over its start. */
const altered = (data: readonly number[], at: number): AccountSnapshot => {
  const bytes = multisig.data.slice();
  bytes.set(data, at);
  return { ...multisig, data: bytes };
};
const repeated = altered([...multisig.data.slice(3, 35)], 35);

const EACH_CODE = {
  sound: [mint, multisig, EXPECTED],
  'repeated-member': [mint, repeated, EXPECTED],
  'threshold-differs': [mint, altered([2], 0), EXPECTED],
  'members-differ': [mint, altered(new Array(32).fill(7), 35), EXPECTED],
  'not-a-multisig': [mint, { ...multisig, data: new Uint8Array(0) }, EXPECTED],
  'other-authority': [mint, multisig, { ...EXPECTED, address: mint.address }],
  unreadable: [mint, null, EXPECTED],
} as const satisfies Record<keyof typeof AUTHORITY_CODES, Parameters<typeof checkAuthority>>;

describe('checkAuthority', () => {
  it.each(Object.entries(EACH_CODE))(
    '%s is returned for its own accounts',
    (name, [mint, authority, expected]) => {
      expect(checkAuthority(mint, authority, expected).name).toBe(name);
    },
  );

  it.each([
    ['a threshold of 0', altered([0], 0)],
    ['a threshold above n', altered([6], 0)],
    ['twelve places', altered([3, 12], 0)],
    ['an account that was never initialised', altered([0], 2)],
    ['a multisig of the other token program', { ...multisig, owner: TOKEN_PROGRAM }],
    ['an account of some other program', { ...multisig, owner: mint.address }],
  ])('takes %s for no multisig', (_what, account) => {
    expect(checkAuthority(mint, account, EXPECTED).name).toBe('not-a-multisig');
  });

  it('compares members with the record without regard to order, and not at all without a record', () => {
    const check = (members: readonly string[] | null) =>
      checkAuthority(mint, multisig, { ...EXPECTED, members }).name;
    expect([check(members.toReversed()), check(null), check(members.slice(1))]).toEqual([
      'sound',
      'sound',
      'members-differ',
    ]);
  });

  it('finds the freeze right with the multisig and the mint right elsewhere, as the mint says', () => {
    expect(checkAuthority(mint, multisig, { ...EXPECTED, right: 'freeze' }).name).toBe('sound');
    expect(checkAuthority(mint, multisig, { ...EXPECTED, right: 'mint' }).name).toBe('other-authority');
  });

  it('answers any change of either account without throwing, and never calls a repeated member sound', () => {
    const change = fc.tuple(fc.nat(355), fc.nat(255));
    fc.assert(
      fc.property(change, change, fc.nat(400), ([i, x], [j, y], length) => {
        const [m, a] = [mint.data.slice(0, length), repeated.data.slice(0, length)];
        if (i < m.length) m[i] = x;
        if (j < a.length && (j < 3 || j >= 67)) a[j] = y;
        const verdict = checkAuthority({ ...mint, data: m }, { ...repeated, data: a }, EXPECTED);
        expect(Object.keys(AUTHORITY_CODES)).toContain(verdict.name);
        expect(verdict.name).not.toBe('sound');
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('a multisig that names one member three times', () => {
  it('is accepted by the chain as 3-of-5, and its one member pauses the mint alone', async () => {
    const lame = await freshWorld(['a', 'a', 'a', 'b', 'c']);
    const a = lame.members[0] as (typeof lame.members)[number];
    const alone = { key: lame.multisig, signers: [a.publicKey] };
    expect(send(lame, [tokenPause(lame).pull.by(alone)], [a]).err).toBeNull();
    expect(send(lame, [testTransfer(lame)], []).err).toEqual({ InstructionError: [0, { Custom: 67 }] });

    const account = readVmAccount(lame.vm, lame.multisig.toBase58());
    const mint = readVmAccount(lame.vm, lame.mint.toBase58());
    const verdict = checkAuthority(mint, account, { ...EXPECTED, members: null });
    expect(verdict).toMatchObject({ name: 'repeated-member', fewest: 1 });
  });

  it('cannot be acted on by b and c together, who hold two places', async () => {
    const lame = await freshWorld(['a', 'a', 'a', 'b', 'c']);
    const both = lame.members.slice(3);
    const authority = { key: lame.multisig, signers: both.map((key) => key.publicKey) };
    expect(send(lame, [tokenPause(lame).pull.by(authority)], both).err).toEqual({
      InstructionError: [0, 'MissingRequiredSignature'],
    });
  });
});

describe('fewestSigners', () => {
  it('is m for distinct members, and never more', () => {
    const multisigs = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 11 })
      .chain((members) =>
        fc.record({ members: fc.constant(members), required: fc.integer({ min: 1, max: members.length }) }),
      );
    fc.assert(
      fc.property(multisigs, ({ members, required }) => {
        const fewest = fewestSigners({ members, required });
        const distinct = new Set(members).size;
        expect(fewest).toBeLessThanOrEqual(Math.min(required, distinct));
        if (distinct === members.length) expect(fewest).toBe(required);
      }),
      { seed: 5 },
    );
  });

  it('reads the real account as 3 of the five members', () => {
    expect(readMultisig(multisig)).toEqual({ required: 3, members });
  });
});
