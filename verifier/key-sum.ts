import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { CurvePoint } from './g1-key.ts';

/** A sum of public keys in G1; the library's formulas are complete, so equal and opposite keys need no case. */
export type KeySum = WeierstrassPoint<bigint>;

const { Point } = bls12_381.G1;

export const NO_KEY: KeySum = Point.ZERO;

export const keyPoint = ({ x, y }: CurvePoint): KeySum => Point.fromAffine({ x, y });

export const sumKeys = (keys: readonly KeySum[]): KeySum => keys.reduce((sum, key) => sum.add(key), NO_KEY);
