import blst from '@chainsafe/blst';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { numberToBytesBE } from '@noble/curves/utils.js';
import { concatBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { sign, signers } from '../../scripts/vectors/keys.ts';
import {
  curvePoint,
  encodeKey,
  encodeSignature,
  smallOrderKey,
  smallOrderSignature,
  twistPoint,
} from '../../scripts/vectors/off-subgroup.ts';

const { G1, G2, fields } = bls12_381;
const SIGNERS = signers('adversarial', 8);
const SECRETS = SIGNERS.map(({ secret }) => blst.SecretKey.fromBytes(numberToBytesBE(secret, 32)));
const TORSION = [3n, 11n, 10177n, 859267n, 52437899n].map(smallOrderKey);
const SIGNATURE_TORSION = [13n, 23n].map(smallOrderSignature);
const INFINITE_KEY = new Uint8Array(48).fill(0xc0, 0, 1);
const INFINITE_SIGNATURE = new Uint8Array(96).fill(0xc0, 0, 1);

/** What an attacker, or a broken producer, hands to the primitive; and often enough what a sound one does. */
export type Attempt = {
  readonly pubkeys: Uint8Array;
  readonly signature: Uint8Array;
  readonly root: Uint8Array;
};

const root = fc.uint8Array({ minLength: 32, maxLength: 32 });
const signedBy = fc.array(fc.nat({ max: SIGNERS.length - 1 }), { minLength: 1, maxLength: 5 });
const keyAt = (index: number): Uint8Array => (SIGNERS[index] as (typeof SIGNERS)[0]).key;

function signature(message: Uint8Array, by: readonly number[]): Uint8Array {
  return blst
    .aggregateSignatures(by.map((index) => (SECRETS[index] as blst.SecretKey).sign(message)))
    .toBytes();
}

const flags = fc.constantFrom(0x00, 0x20, 0x40, 0x60, 0x80, 0xa0, 0xc0, 0xe0);
const withFlags = (bytes: Uint8Array, top: number) =>
  bytes.map((byte, index) => (index === 0 ? (byte & 0x1f) | top : byte));

/** Bytes of one length that are near an encoding: any x below about 2 p with any flags. */
const encodingLike = (length: number) =>
  fc
    .tuple(fc.uint8Array({ minLength: length, maxLength: length }), flags)
    .map(([b, top]) => withFlags(b, top));

const flipOneBit = (bytes: Uint8Array) =>
  fc
    .nat({ max: bytes.length * 8 - 1 })
    .map((bit) => bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));

/** Sound bytes of another length: cut, or followed by more. */
const resized = (bytes: Uint8Array) =>
  fc.oneof(
    fc.nat({ max: bytes.length - 1 }).map((length) => bytes.slice(0, length)),
    fc.uint8Array({ minLength: 1, maxLength: 96 }).map((more) => concatBytes(bytes, more)),
  );

const shiftedByP = fc
  .nat({ max: 400 })
  .map((x) => withFlags(numberToBytesBE(fields.Fp.ORDER + BigInt(x), 48), 0x80));
const torsion = fc.constantFrom(...TORSION);
const pointOf = (key: Uint8Array) => G1.Point.fromBytes(key);

/** Keys in place of sound ones; each entry is a list, because two torsion points may cancel out. */
const strangeKeys: fc.Arbitrary<readonly Uint8Array[]> = fc.oneof(
  fc.constant([INFINITE_KEY]),
  fc.nat({ max: 2_000 }).map((x) => [encodeKey(curvePoint(BigInt(x + 1)))]),
  torsion.map((point) => [encodeKey(point)]),
  torsion.map((point) => [encodeKey(pointOf(keyAt(0)).add(point))]),
  torsion.map((t) => [encodeKey(pointOf(keyAt(0)).add(t)), encodeKey(pointOf(keyAt(1)).subtract(t))]),
  fc.nat({ max: 7 }).map((index) => [keyAt(index), pointOf(keyAt(index)).negate().toBytes()]),
  fc.constant([withFlags(new Uint8Array(48), 0x80)]),
  shiftedByP.map((key) => [key]),
  flipOneBit(keyAt(2)).map((key) => [key]),
  resized(keyAt(3)).map((key) => [key]),
  encodingLike(48).map((key) => [key]),
  fc.constant([G1.Point.BASE.toBytes(false)]),
);

const strangeSignature = (sound: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.constant(INFINITE_SIGNATURE),
    fc.nat({ max: 500 }).map((x) => encodeSignature(twistPoint(BigInt(x)))),
    fc.constantFrom(...SIGNATURE_TORSION).map((t) => encodeSignature(G2.Point.fromBytes(sound).add(t))),
    fc.constantFrom(...SIGNATURE_TORSION).map(encodeSignature),
    flipOneBit(sound),
    resized(sound),
    encodingLike(96),
    fc.tuple(shiftedByP, encodingLike(48)).map(([high, low]) => concatBytes(high, withFlags(low, 0))),
    fc.constant(G2.Point.fromBytes(sound).toBytes(false)),
    fc.constant(sign(new Uint8Array(32), SIGNERS, 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_')),
  );

/** `keys`: sound, absent, one missing, one more, shuffled, or with strange ones spliced in. */
function keysFor(by: readonly number[]): fc.Arbitrary<readonly Uint8Array[]> {
  const sound = by.map(keyAt);
  return fc.oneof(
    { weight: 4, arbitrary: fc.shuffledSubarray(sound, { minLength: sound.length }) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant(sound.slice(1)) },
    { weight: 1, arbitrary: fc.constant([...sound, keyAt(0)]) },
    { weight: 5, arbitrary: spliced(sound) },
    { weight: 1, arbitrary: fc.tuple(strangeKeys, strangeKeys).map((lists) => [...sound, ...lists.flat()]) },
  );
}

const spliced = (sound: readonly Uint8Array[]) =>
  fc
    .tuple(strangeKeys, fc.nat({ max: sound.length }), fc.boolean())
    .map(([strange, at, isReplacing]) => sound.toSpliced(at, isReplacing ? strange.length : 0, ...strange));

export const attempt: fc.Arbitrary<Attempt> = fc.tuple(root, signedBy).chain(([message, by]) => {
  const sound = signature(message, by);
  return fc.record({
    pubkeys: keysFor(by).map((keys) => concatBytes(...keys)),
    signature: fc.oneof(
      { weight: 5, arbitrary: fc.constant(sound) },
      { weight: 2, arbitrary: strangeSignature(sound) },
    ),
    root: fc.oneof({ weight: 12, arbitrary: fc.constant(message) }, { weight: 1, arbitrary: root }),
  });
});
