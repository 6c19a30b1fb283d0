import { and, constant, extend, get, load, product, set, shiftRight, store, sum } from './instructions.ts';
import { LIMB_BITS, LIMBS, MASK } from './limbs.ts';
import type { WasmFunction } from './wasm-module.ts';

/**
 * `combine(out, left, m, right, n)`: m times left plus n times right, carried but not reduced. Addresses but for the factors,
 * which are small; the addresses may be the same.
 */
export function combineFunction(): WasmFunction {
  const [out, left, m, right, n] = [get(0), get(1), get(2), get(3), get(4)];
  const [carry, mWide, nWide] = [5, 6, 7];
  const places = Array.from({ length: LIMBS }, (_, place) => {
    const total = sum([
      get(carry),
      product(load(left, place), get(mWide)),
      product(load(right, place), get(nWide)),
    ]);
    if (place === LIMBS - 1) return store(out, place, total);
    return [
      set(carry, total),
      store(out, place, and(get(carry), constant(MASK))),
      set(carry, shiftRight(get(carry), LIMB_BITS)),
    ];
  });
  return {
    parameters: 5,
    locals: 3,
    body: [set(mWide, extend(m)), set(nWide, extend(n)), places],
  };
}
