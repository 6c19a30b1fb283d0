import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { CurvePoint } from './g1-key.ts';
import type { G2Affine } from './g2-curve.ts';

const { Fp, Fp12 } = bls12_381.fields;
const GENERATOR = bls12_381.G1.Point.BASE.toAffine();

/**
 * Whether e(key, hash) = e(generator, signature), tested as one product of two Miller loops and one
 * final exponentiation. All three points must lie in their subgroups and none may be infinity: the
 * callers have just proved it, and the library's own entry points would prove it again.
 */
export function pairingsAgree(key: CurvePoint, hash: G2Affine, signature: G2Affine): boolean {
  const product = bls12_381.millerLoopBatch([
    [lines(hash), key.x, Fp.neg(key.y)],
    [lines(signature), GENERATOR.x, GENERATOR.y],
  ]);
  return Fp12.eql(Fp12.finalExponentiate(product), Fp12.ONE);
}

function lines(point: G2Affine) {
  return bls12_381.utils.calcPairingPrecomputes(bls12_381.G2.Point.fromAffine(point));
}
