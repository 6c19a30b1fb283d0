import type { Window } from '../kernel/machine.ts';

/** Later than any time of a run. */
export const NEVER = 0x7fffffff;

const INDEX_BITS = 18;

/** Order within one instant: people, those who are late, nature, timers (D5, D6); within each the order of the book. */
export const rankOf = (window: Window, index: number, late: boolean): number => {
  const kind = late ? 1 : isHuman(window) ? 0 : window.owner.kind === 'nature' ? 2 : 3;
  return (kind << INDEX_BITS) | index;
};

export const isHuman = ({ owner }: Window): boolean => owner.kind === 'person' || owner.kind === 'group';
