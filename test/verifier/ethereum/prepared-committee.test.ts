import { concatBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { opposite, sign, signers } from '../../../scripts/vectors/keys.ts';
import { curvePoint, encodeKey, smallOrderKey } from '../../../scripts/vectors/off-subgroup.ts';
import { participatingKeys } from '../../../verifier/ethereum/participation.ts';
import { prepareCommittee, verifyWithCommittee } from '../../../verifier/ethereum/prepared-committee.ts';
import { verifySyncCommittee } from '../../../verifier/sync-committee.ts';

const ROOT = new Uint8Array(32).fill(9);
const SIXTEEN = signers('prepared', 16);
const [FIRST] = SIXTEEN as [(typeof SIXTEEN)[0]];
const SOUND = SIXTEEN.map(({ key }) => key);

/** Members that a real committee never has, beside ones it has: repeated validators, keys that cancel out. */
const STRANGE = [
  FIRST.key,
  opposite(FIRST).key,
  new Uint8Array(48),
  new Uint8Array(48).fill(0xc0, 0, 1),
  encodeKey(curvePoint(3n)),
  encodeKey(smallOrderKey(11n)),
];

const member = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SOUND) },
  { weight: 1, arbitrary: fc.constantFrom(...STRANGE) },
);

const meeting = fc.array(fc.tuple(member, fc.boolean()), { minLength: 1, maxLength: 24 });

test('a prepared committee answers as the primitive does, whoever is missing and whatever the keys are', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(meeting, fc.boolean(), (members, isSigned) => {
      const keys = concatBytes(...members.map(([key]) => key));
      const took = members.map(([, present]) => present);
      const signature = isSigned ? signatureOfKnown(members) : new Uint8Array(96).fill(0xc0, 0, 1);
      const code = verifySyncCommittee(participatingKeys(keys, took), signature, ROOT);
      seen.add(code);
      expect(verifyWithCommittee(prepareCommittee(keys), took, signature, ROOT)).toBe(code);
    }),
    { numRuns: 80, seed: 1 },
  );
  expect([...seen].sort()).toEqual(['aggregation-failed', 'invalid', 'malformed-key', 'no-keys', 'verified']);
});

test('subtracting the missing gives what adding the present gives, for every number of missing members', () => {
  const committee = prepareCommittee(concatBytes(...SOUND));
  for (let missing = 0; missing < SIXTEEN.length; missing++) {
    const took = SIXTEEN.map((_, index) => index >= missing);
    expect(verifyWithCommittee(committee, took, sign(ROOT, SIXTEEN.slice(missing)), ROOT), `${missing}`).toBe(
      'verified',
    );
    const oneMore = sign(ROOT, SIXTEEN.slice(missing + 1).concat(signers('stranger', 1)));
    expect(verifyWithCommittee(committee, took, oneMore, ROOT), `${missing}`).toBe('invalid');
  }
});

test('the signature is decoded before the participants are counted, as in the primitive', () => {
  const committee = prepareCommittee(concatBytes(...SOUND));
  const nobody = SOUND.map(() => false);
  expect(verifyWithCommittee(committee, nobody, new Uint8Array(96), ROOT)).toBe('malformed-signature');
  expect(verifyWithCommittee(committee, nobody, sign(ROOT, SIXTEEN), ROOT)).toBe('no-keys');
});

test("a caller's bug has no code: part of a key, or not one flag per member", () => {
  const committee = prepareCommittee(concatBytes(...SOUND));
  expect(() => prepareCommittee(FIRST.key.subarray(1))).toThrow(TypeError);
  expect(() => verifyWithCommittee(committee, [true], sign(ROOT, SIXTEEN), ROOT)).toThrow(TypeError);
});

/** Whoever of the present has a secret signs; the strange cannot. */
function signatureOfKnown(members: readonly (readonly [Uint8Array, boolean])[]): Uint8Array {
  const known = [...SIXTEEN, opposite(FIRST)];
  const present = members.flatMap(([key, took]) =>
    took ? known.filter((one) => one.key.join() === key.join()) : [],
  );
  const isCancelled = present.reduce((sum, { secret }) => sum + secret, 0n) % MODULUS === 0n;
  return present.length === 0 || isCancelled ? new Uint8Array(96).fill(0xc0, 0, 1) : sign(ROOT, present);
}

const MODULUS = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;
