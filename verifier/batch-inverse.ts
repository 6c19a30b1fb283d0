import { bls12_381 } from '@noble/curves/bls12-381.js';

const { Fp } = bls12_381.fields;
const P = Fp.ORDER;

/**
 * The inverse of each value, none of which may be zero in the field, by one inversion for all of them
 * (Montgomery, "Speeding the Pollard and elliptic curve methods of factorization", section 10.3.1).
 * The results are reduced but may be negative.
 */
export function invertEach(values: readonly bigint[]): bigint[] {
  const products: bigint[] = [];
  let product = 1n;
  for (const value of values) {
    products.push(product);
    product = (product * value) % P;
  }
  let inverse = Fp.inv(Fp.create(product));
  const inverses = new Array<bigint>(values.length);
  for (let index = values.length - 1; index >= 0; index--) {
    inverses[index] = (inverse * (products[index] as bigint)) % P;
    inverse = (inverse * (values[index] as bigint)) % P;
  }
  return inverses;
}
