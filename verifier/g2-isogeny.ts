import type { Fp2 } from './fp2.ts';
import * as fp2 from './fp2.ts';
import type { G2Affine } from './g2-curve.ts';

/**
 * The 3-isogeny from the curve of the SWU map to that of G2: RFC 9380, appendix E.3, where each list
 * is k_(n,0), k_(n,1), ... in ascending powers of x.
 */
const K = 0x5c759507e8e333ebb5b7a9a47d7ed8532c52d39fd3a042a88b58423c50ae15d5c2638e343d9c71c6238aaaaaaaa97d6n;
const X_NUMERATOR: readonly Fp2[] = [
  { c0: K, c1: K },
  {
    c0: 0n,
    c1: 0x11560bf17baa99bc32126fced787c88f984f87adf7ae0c7f9a208c6b4f20a4181472aaa9cb8d555526a9ffffffffc71an,
  },
  {
    c0: 0x11560bf17baa99bc32126fced787c88f984f87adf7ae0c7f9a208c6b4f20a4181472aaa9cb8d555526a9ffffffffc71en,
    c1: 0x8ab05f8bdd54cde190937e76bc3e447cc27c3d6fbd7063fcd104635a790520c0a395554e5c6aaaa9354ffffffffe38dn,
  },
  {
    c0: 0x171d6541fa38ccfaed6dea691f5fb614cb14b4e7f4e810aa22d6108f142b85757098e38d0f671c7188e2aaaaaaaa5ed1n,
    c1: 0n,
  },
];
const X_DENOMINATOR: readonly Fp2[] = [
  {
    c0: 0n,
    c1: 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaa63n,
  },
  {
    c0: 12n,
    c1: 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaa9fn,
  },
  fp2.ONE,
];
const L = 0x1530477c7ab4113b59a4c18b076d11930f7da5d4a07f649bf54439d87d27e500fc8c25ebf8c92f6812cfc71c71c6d706n;
const Y_NUMERATOR: readonly Fp2[] = [
  { c0: L, c1: L },
  {
    c0: 0n,
    c1: 0x5c759507e8e333ebb5b7a9a47d7ed8532c52d39fd3a042a88b58423c50ae15d5c2638e343d9c71c6238aaaaaaaa97ben,
  },
  {
    c0: 0x11560bf17baa99bc32126fced787c88f984f87adf7ae0c7f9a208c6b4f20a4181472aaa9cb8d555526a9ffffffffc71cn,
    c1: 0x8ab05f8bdd54cde190937e76bc3e447cc27c3d6fbd7063fcd104635a790520c0a395554e5c6aaaa9354ffffffffe38fn,
  },
  {
    c0: 0x124c9ad43b6cf79bfbf7043de3811ad0761b0f37a1e26286b0e977c69aa274524e79097a56dc4bd9e1b371c71c718b10n,
    c1: 0n,
  },
];
const Y_DENOMINATOR: readonly Fp2[] = [
  {
    c0: 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffa8fbn,
    c1: 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffa8fbn,
  },
  {
    c0: 0n,
    c1: 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffa9d3n,
  },
  {
    c0: 18n,
    c1: 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaa99n,
  },
  fp2.ONE,
];

/**
 * Both denominators vanish at the same x, the kernel of the isogeny, whose image is the point at
 * infinity; no message is known that reaches it (a chance of 2^-760).
 */
export function isogenyToG2Curve({ x, y }: G2Affine): G2Affine {
  const xDenominator = evaluate(X_DENOMINATOR, x);
  const yDenominator = evaluate(Y_DENOMINATOR, x);
  const inverse = fp2.invert(fp2.mul(xDenominator, yDenominator));
  return {
    x: fp2.mul(evaluate(X_NUMERATOR, x), fp2.mul(inverse, yDenominator)),
    y: fp2.mul(y, fp2.mul(evaluate(Y_NUMERATOR, x), fp2.mul(inverse, xDenominator))),
  };
}

function evaluate(coefficients: readonly Fp2[], x: Fp2): Fp2 {
  return coefficients.reduceRight((sum, coefficient) => fp2.add(fp2.mul(sum, x), coefficient), fp2.ZERO);
}
