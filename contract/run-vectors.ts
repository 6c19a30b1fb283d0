import type { TextOf } from './contract-source.ts';
import { type Observations, observeVectors } from './observe.ts';

/** What comes out of vector files. Plain data, so that a thread of its own may find it. Nothing is thrown for what they hold. */
export const runVectors = (files: readonly string[], textOf: TextOf): Observations[] =>
  files.map((file) => observeVectors(textOf(file) ?? ''));
