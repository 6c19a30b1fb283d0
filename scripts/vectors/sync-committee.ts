import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bytesToHex, numberToBytesBE } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { SYNC_COMMITTEE_CODES, type SyncCommitteeCode } from '../../verifier/sync-committee-codes.ts';
import { opposite, sign, signer, signers } from './keys.ts';
import {
  curvePoint,
  encodeKey,
  encodeSignature,
  isOnTwist,
  smallOrderKey,
  smallOrderSignature,
  twistPoint,
} from './off-subgroup.ts';

const { G1, G2, fields } = bls12_381;
const ROOT = sha256(utf8ToBytes('drillbook vectors root'));
const FIVE = signers('member', 5);
const KEYS = FIVE.map(({ key }) => key);
const GOOD = sign(ROOT, FIVE);
const INFINITE_KEY = leading(48, 0xc0);
const INFINITE_SIGNATURE = leading(96, 0xc0);

type Vector = {
  id: string;
  expect: number;
  reason: string;
  pubkeys: string;
  signature: string;
  signing_root: string;
};
type Changes = { keys?: Uint8Array[]; signature?: Uint8Array; root?: Uint8Array };

/** Every row of the primitive's decision table, by construction: nothing here asks the verifier. */
export function syncCommitteeVectors() {
  return {
    description:
      'Return codes of the sync committee primitive: every code, every refused encoding, every order of checks.',
    generator: 'scripts/generate-vectors.mjs (deterministic; the keys are derived from labels and worthless)',
    encoding: 'hex, no 0x',
    vectors: [
      ...verified(),
      ...invalid(),
      ...badSignatures(),
      ...noKeys(),
      ...badKeys(),
      ...badGroups(),
      ...order(),
    ],
  };
}

function vector(code: SyncCommitteeCode, id: string, reason: string, changes: Changes = {}): Vector {
  return {
    id,
    expect: SYNC_COMMITTEE_CODES[code].code,
    reason,
    pubkeys: bytesToHex(concatBytes(...(changes.keys ?? KEYS))),
    signature: bytesToHex(changes.signature ?? GOOD),
    signing_root: bytesToHex(changes.root ?? ROOT),
  };
}

function verified(): Vector[] {
  const [first] = FIVE as [(typeof FIVE)[0]];
  const zero = new Uint8Array(32);
  return [
    vector('verified', 'valid-five', 'five keys, one aggregate'),
    vector('verified', 'valid-one', 'one key', { keys: [first.key], signature: sign(ROOT, [first]) }),
    vector('verified', 'valid-permuted', 'the order of keys is irrelevant', { keys: [...KEYS].reverse() }),
    vector('verified', 'valid-duplicate', 'a key that stands twice and signed twice', {
      keys: [...KEYS, first.key],
      signature: sign(ROOT, [...FIVE, first]),
    }),
    vector('verified', 'valid-zero-root', 'a root of zeros is a root', {
      signature: sign(zero, FIVE),
      root: zero,
    }),
  ];
}

function invalid(): Vector[] {
  const [first] = FIVE as [(typeof FIVE)[0]];
  const basic = 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_';
  const offTwist = G2.Point.fromBytes(GOOD).add(smallOrderSignature(13n));
  return [
    vector('invalid', 'other-root', 'another root', { root: sha256(ROOT) }),
    vector('invalid', 'negated-signature', 'the sign flag flipped', { signature: flip(GOOD, 0, 0x20) }),
    vector('invalid', 'missing-key', 'one signer is not listed', { keys: KEYS.slice(1) }),
    vector('invalid', 'extra-key', 'one key did not sign', { keys: [...KEYS, signer('stranger').key] }),
    vector('invalid', 'duplicate-signed-once', 'a key listed twice, signed once', {
      keys: [...KEYS, first.key],
    }),
    vector('invalid', 'basic-scheme', 'signed under the _NUL_ domain tag', {
      signature: sign(ROOT, FIVE, basic),
    }),
    vector('invalid', 'infinite-signature', 'the point at infinity', { signature: INFINITE_SIGNATURE }),
    vector('invalid', 'keys-cancel-out', 'keys that sum up to infinity, with the signature at infinity', {
      keys: [first.key, opposite(first).key],
      signature: INFINITE_SIGNATURE,
    }),
    vector('invalid', 'signature-outside-g2', 'on the twist, outside the subgroup', {
      signature: encodeSignature(twistPoint(7n)),
    }),
    vector('invalid', 'signature-plus-torsion', 'the good signature plus a point of order 13', {
      signature: encodeSignature(offTwist),
    }),
  ];
}

function badSignatures(): Vector[] {
  const uncompressed = G2.Point.fromBytes(GOOD).toBytes(false);
  const half = numberToBytesBE(fields.Fp.ORDER, 48);
  const cases: [string, string, Uint8Array][] = [
    ['empty', 'no bytes', new Uint8Array()],
    ['short', '95 bytes', GOOD.subarray(0, 95)],
    ['long', '97 bytes', concatBytes(GOOD, Uint8Array.of(0))],
    ['uncompressed', '192 bytes: the contract takes 96', uncompressed],
    ['flag-cleared', 'compression flag cleared', flip(GOOD, 0, 0x80)],
    ['infinity-flag-set', 'infinity flag on a finite point', flip(GOOD, 0, 0x40)],
    ['infinity-with-sign', 'infinity with the sign flag', leading(96, 0xe0)],
    ['infinity-with-body', 'infinity with a payload', flip(INFINITE_SIGNATURE, 95, 1)],
    ['zeros', '96 zeros', new Uint8Array(96)],
    ['ones', '96 times 0xff', new Uint8Array(96).fill(0xff)],
    ['c1-is-p', 'first half of x is p', concatBytes(flip(half, 0, 0x80), GOOD.subarray(48))],
    ['c0-is-p', 'second half of x is p', concatBytes(GOOD.subarray(0, 48), half)],
    ['off-curve', 'no such point on the twist', offCurveSignature()],
  ];
  return cases.map(([id, reason, signature]) =>
    vector('malformed-signature', `signature-${id}`, reason, { signature }),
  );
}

function noKeys(): Vector[] {
  return [
    vector('no-keys', 'no-keys', 'no keys, a sound signature', { keys: [] }),
    vector('no-keys', 'no-keys-infinite-signature', 'eth_fast_aggregate_verify would accept this', {
      keys: [],
      signature: INFINITE_SIGNATURE,
    }),
  ];
}

function badKeys(): Vector[] {
  const [first] = KEYS as [Uint8Array];
  const p = numberToBytesBE(fields.Fp.ORDER, 48);
  const cases: [string, string, Uint8Array][] = [
    ['short', '47 bytes', first.subarray(0, 47)],
    ['long', 'one byte after a whole key', concatBytes(first, Uint8Array.of(0))],
    ['flag-cleared', 'compression flag cleared', flip(first, 0, 0x80)],
    ['infinity-flag-set', 'infinity flag on a finite point', flip(first, 0, 0x40)],
    ['infinity-with-sign', 'infinity with the sign flag', leading(48, 0xe0)],
    ['infinity-with-body', 'infinity with a payload', flip(INFINITE_KEY, 47, 1)],
    ['infinity-uncompressed', 'infinity without the compression flag', leading(48, 0x40)],
    ['zeros', '48 zeros', new Uint8Array(48)],
    ['ones', '48 times 0xff', new Uint8Array(48).fill(0xff)],
    ['x-is-p', 'x = p, a second spelling of zero', flip(p, 0, 0x80)],
    ['x-above-p', 'x + p where x is on the curve', flip(numberToBytesBE(fields.Fp.ORDER + 4n, 48), 0, 0x80)],
    ['x-is-zero', '(0, 2), a point of order 3', leading(48, 0x80)],
    ['x-is-zero-larger', '(0, -2), a point of order 3', leading(48, 0xa0)],
    ['off-curve', 'no such point on the curve', offCurveKey()],
    ['uncompressed', '96 bytes, as the library would take them', G1.Point.fromBytes(first).toBytes(false)],
  ];
  return cases.map(([id, reason, key]) =>
    vector('malformed-key', `key-${id}`, reason, { keys: [...KEYS.slice(1), key] }),
  );
}

function badGroups(): Vector[] {
  const [first, second] = KEYS.map((key) => G1.Point.fromBytes(key)) as [
    typeof G1.Point.BASE,
    typeof G1.Point.BASE,
  ];
  const cancelling = [3n, 11n, 10177n].map((order) => {
    const torsion = smallOrderKey(order);
    const keys = [encodeKey(first.add(torsion)), encodeKey(second.subtract(torsion)), ...KEYS.slice(2)];
    const reason = `opposite torsion of order ${order} in two keys: their sum is sound and the signature verifies`;
    return vector('aggregation-failed', `key-cancelling-torsion-${order}`, reason, { keys });
  });
  return [
    ...cancelling,
    vector('aggregation-failed', 'key-infinite', 'the point at infinity among sound keys', {
      keys: [...KEYS, INFINITE_KEY],
    }),
    vector('aggregation-failed', 'key-outside-g1', 'on the curve, outside the subgroup', {
      keys: [...KEYS, encodeKey(curvePoint(5n))],
    }),
    vector('aggregation-failed', 'key-plus-torsion', 'a sound key plus a point of order 11', {
      keys: [encodeKey(first.add(smallOrderKey(11n))), ...KEYS.slice(1)],
    }),
  ];
}

function order(): Vector[] {
  const bad = new Uint8Array(96);
  const malformed = new Uint8Array(48);
  return [
    vector('malformed-signature', 'order-signature-before-no-keys', 'both wrong', {
      keys: [],
      signature: bad,
    }),
    vector('malformed-signature', 'order-signature-before-key', 'both wrong', {
      keys: [malformed],
      signature: bad,
    }),
    vector('malformed-key', 'order-every-key-decodes-first', 'an infinite key, then a malformed one', {
      keys: [INFINITE_KEY, ...KEYS, malformed],
    }),
    vector(
      'aggregation-failed',
      'order-keys-before-verification',
      'an infinite key, a signature outside G2',
      {
        keys: [INFINITE_KEY, ...KEYS],
        signature: encodeSignature(twistPoint(7n)),
      },
    ),
  ];
}

/** x = 1: 1 + 4 is not a square in Fp. */
function offCurveKey(): Uint8Array {
  return flip(leading(48, 0x80), 47, 1);
}

/** The good signature with the lowest bits of x counted up until no point has this x. */
function offCurveSignature(): Uint8Array {
  const base = G2.Point.fromBytes(GOOD).toAffine().x;
  for (let step = 1n; ; step++) {
    const x = { c0: base.c0 + step, c1: base.c1 };
    if (!isOnTwist(x)) return concatBytes(GOOD.subarray(0, 48), numberToBytesBE(x.c0, 48));
  }
}

function leading(length: number, first: number): Uint8Array {
  return new Uint8Array(length).fill(first, 0, 1);
}

function flip(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ mask : byte));
}
