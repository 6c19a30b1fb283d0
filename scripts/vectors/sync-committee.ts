import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bytesToHex } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { SYNC_COMMITTEE_CODES, type SyncCommitteeCode } from '../../verifier/sync-committee-codes.ts';
import { opposite, sign, signer, signers } from './keys.ts';
import {
  flip,
  INFINITE_KEY,
  INFINITE_SIGNATURE,
  malformedKeys,
  malformedSignatures,
} from './malformed-encodings.ts';
import {
  curvePoint,
  encodeKey,
  encodeSignature,
  smallOrderKey,
  smallOrderSignature,
  twistPoint,
} from './off-subgroup.ts';

const { G1, G2 } = bls12_381;
const ROOT = sha256(utf8ToBytes('drillbook vectors root'));
const FIVE = signers('member', 5);
const KEYS = FIVE.map(({ key }) => key);
const GOOD = sign(ROOT, FIVE);

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
  return malformedSignatures(GOOD).map(([id, reason, signature]) =>
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
  const [first, ...others] = KEYS as [Uint8Array];
  return malformedKeys(first).map(([id, reason, key]) =>
    vector('malformed-key', `key-${id}`, reason, { keys: [...others, key] }),
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
