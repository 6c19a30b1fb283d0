import type { Window } from '../kernel/machine.ts';

/** Later than any time of a run. */
export const NEVER = 0x7fffffff;

/**
 * Order within one instant: people, those who are late, nature, timers (D5, D6); within each the order of the book. A key is
 * the time in the high bits and this in the low ones, so that the least key moves first.
 */
export const KEY_BITS = 20;
const INDEX_BITS = 18;
export const LATE = 1;
export const kindOf = (key: number): number => (key & ((1 << KEY_BITS) - 1)) >> INDEX_BITS;
export const windowOf = (key: number): number => key & ((1 << INDEX_BITS) - 1);

export const rankOf = (window: Window, index: number, late: boolean): number => {
  const kind = late ? LATE : isHuman(window) ? 0 : window.owner.kind === 'nature' ? 2 : 3;
  return (kind << INDEX_BITS) | index;
};

export const isHuman = ({ owner }: Window): boolean => owner.kind === 'person' || owner.kind === 'group';

/** Grains; NEVER for a key of Infinity. */
export const timeOf = (key: number): number =>
  key === Number.POSITIVE_INFINITY ? NEVER : (key / (1 << KEY_BITS)) | 0;
