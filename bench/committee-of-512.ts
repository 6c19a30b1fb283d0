import blst from '@chainsafe/blst';

/** A whole sync committee with its signatures, made from counted seeds: the input of the verifier's benches. */
export const ROOT = new Uint8Array(32).fill(3);

const SECRETS = Array.from({ length: 512 }, (_, member) => {
  const seed = new Uint8Array(32);
  new DataView(seed.buffer).setUint32(0, member + 1);
  return blst.SecretKey.fromKeygen(seed);
});

export const KEYS: readonly Uint8Array[] = SECRETS.map((secret) => secret.toPublicKey().toBytes());

/** One flag per member: the first `missing` did not take part. */
export const allBut = (missing: number): boolean[] => KEYS.map((_, member) => member >= missing);

export function signatureOf(took: readonly boolean[]): Uint8Array {
  const present = SECRETS.filter((_, member) => took[member]);
  return blst.aggregateSignatures(present.map((secret) => secret.sign(ROOT))).toBytes();
}

/**
 * What blst does with keys that it has decoded and validated before; ten in a row, because one takes a
 * millisecond.
 */
export function blstWithDecodedKeys(keys: blst.PublicKey[], signature: Uint8Array): number {
  for (let done = 0; done < 10; done++) {
    demand(blst.fastAggregateVerify(ROOT, keys, blst.Signature.fromBytes(signature, false), true));
  }
  return 10;
}

/** A bench that compares answers other than "verified" measures nothing. */
export function demand(isVerified: boolean): number {
  if (!isVerified) throw new Error('not verified');
  return 1;
}
