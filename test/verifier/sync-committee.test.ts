import { hexToBytes } from '@noble/curves/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sign, signers } from '../../scripts/vectors/keys.ts';
import { verifySyncCommittee } from '../../verifier/sync-committee.ts';
import { SYNC_COMMITTEE_CODES } from '../../verifier/sync-committee-codes.ts';
import { attempt } from './adversarial.ts';
import { blstVerifySyncCommittee } from './blst-oracle.ts';

const ROOT = new Uint8Array(32).fill(7);
const THREE = signers('three', 3);
const KEYS = Uint8Array.from(THREE.flatMap(({ key }) => [...key]));
const SIGNATURE = sign(ROOT, THREE);

test('the numbers are those of the contract', () => {
  const numbers = Object.entries(SYNC_COMMITTEE_CODES).map(([name, { code }]) => [name, code]);
  expect(Object.fromEntries(numbers)).toEqual({
    verified: 1,
    invalid: 0,
    'malformed-signature': -1,
    'no-keys': -2,
    'aggregation-failed': -3,
    'malformed-key': -4,
  });
});

test('bytes are read as bytes, whichever Uint8Array holds them', () => {
  expect(verifySyncCommittee(Buffer.from(KEYS), Buffer.from(SIGNATURE), Buffer.from(ROOT))).toBe('verified');
  const inside = new Uint8Array(200);
  inside.set(SIGNATURE, 50);
  expect(verifySyncCommittee(KEYS, inside.subarray(50, 146), ROOT)).toBe('verified');
});

test('the arguments are left as they were', () => {
  const [keys, signature, root] = [KEYS.slice(), SIGNATURE.slice(), ROOT.slice()];
  verifySyncCommittee(keys, signature, root);
  expect([keys, signature, root]).toEqual([KEYS, SIGNATURE, ROOT]);
});

describe("a caller's bug has no code", () => {
  const call = verifySyncCommittee as (...args: unknown[]) => unknown;

  test.for([0, 31, 33, 64])(
    'a root of %i bytes is a TypeError, even where the rest is wrong too',
    (length) => {
      expect(() => call(KEYS, SIGNATURE, new Uint8Array(length))).toThrow(TypeError);
      expect(() => call(new Uint8Array(), new Uint8Array(), new Uint8Array(length))).toThrow(TypeError);
    },
  );

  test('text, lists, views of other widths and nothing are TypeErrors in each place', () => {
    const strange = ['00'.repeat(32), [...ROOT], new Uint16Array(16), ROOT.buffer, undefined, null, 32, {}];
    for (const value of strange) {
      expect(() => call(value, SIGNATURE, ROOT)).toThrow(TypeError);
      expect(() => call(KEYS, value, ROOT)).toThrow(TypeError);
      expect(() => call(KEYS, SIGNATURE, value)).toThrow(TypeError);
    }
  });
});

test('no bytes at all make it throw, and none that nobody signed make it say verified', () => {
  const bytes = (length: number) => fc.uint8Array({ maxLength: length, size: 'max' });
  fc.assert(
    fc.property(
      bytes(200),
      bytes(120),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (keys, signature, root) => {
        const name = verifySyncCommittee(keys, signature, root);
        expect(Object.keys(SYNC_COMMITTEE_CODES)).toContain(name);
        expect(name).not.toBe('verified');
      },
    ),
    { numRuns: 2_000, seed: 1 },
  );
});

test('a sound answer turns to another with every single bit of the signature, of a key or of the root', () => {
  const flip = (bytes: Uint8Array, bit: number) =>
    bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
  fc.assert(
    fc.property(
      fc.nat({ max: 96 * 8 - 1 }),
      fc.nat({ max: 144 * 8 - 1 }),
      fc.nat({ max: 255 }),
      (s, k, r) => {
        expect(verifySyncCommittee(KEYS, flip(SIGNATURE, s), ROOT)).not.toBe('verified');
        expect(verifySyncCommittee(flip(KEYS, k), SIGNATURE, ROOT)).not.toBe('verified');
        expect(verifySyncCommittee(KEYS, SIGNATURE, flip(ROOT, r))).toBe('invalid');
      },
    ),
    { numRuns: 25, seed: 2 },
  );
});

test('an independent library gives the same answer to adversarial inputs (3,000 more in the slow suite)', () => {
  fc.assert(
    fc.property(attempt, ({ pubkeys, signature, root }) => {
      expect(verifySyncCommittee(pubkeys, signature, root)).toBe(
        blstVerifySyncCommittee(pubkeys, signature, root),
      );
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('the generator as key and as signature is well-formed and wrong', () => {
  const generator = hexToBytes(
    '97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb',
  );
  expect(verifySyncCommittee(generator, SIGNATURE, ROOT)).toBe('invalid');
});
