import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const { longSignatures, utils, G1, fields } = bls12_381;

export const PROOF_OF_POSSESSION = 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_';

export type Signer = { readonly secret: bigint; readonly key: Uint8Array };

/** A key pair that depends on its label alone; worthless anywhere but in a test vector. */
export function signer(label: string): Signer {
  const secret = utils.randomSecretKey(sha512(utf8ToBytes(`drillbook vectors ${label}`)).subarray(0, 48));
  return { secret: fields.Fr.fromBytes(secret), key: longSignatures.getPublicKey(secret).toBytes() };
}

export const signers = (label: string, count: number): Signer[] =>
  Array.from({ length: count }, (_, index) => signer(`${label} ${index}`));

/** One aggregate signature of all signers over a message: the hash times the sum of their secrets. */
export function sign(message: Uint8Array, by: readonly Signer[], dst = PROOF_OF_POSSESSION): Uint8Array {
  const secret = fields.Fr.create(by.reduce((sum, { secret }) => sum + secret, 0n));
  return longSignatures.hash(message, dst).multiply(secret).toBytes();
}

/** The key whose secret is the negative of this one's: both together sum up to infinity. */
export function opposite({ secret, key }: Signer): Signer {
  return { secret: fields.Fr.neg(secret), key: G1.Point.fromBytes(key).negate().toBytes() };
}
