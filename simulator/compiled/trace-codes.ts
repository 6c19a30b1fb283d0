import type { Machine } from '../kernel/machine.ts';

/** What one integer of a compiled trace says, in its low bits; the rest is an index. */
export const TAG = {
  /** Time moved on to this many grains. */
  time: 0,
  /** A window fired: the number of its alternative among all alternatives of the machine. */
  fired: 1,
  /** The owner of this window failed. */
  failed: 2,
  /** An event of the machine. */
  event: 3,
  /** A promise reached a value: promise times eight, plus the value. */
  promise: 4,
  /** Time took an open promise past its bound. */
  broken: 5,
} as const;

export const TAG_BITS = 3;
export const PROMISE_BITS = 3;

export const code = (tag: number, index: number): number => (index << TAG_BITS) | tag;
export const tagOf = (entry: number): number => entry & ((1 << TAG_BITS) - 1);
export const indexOf = (entry: number): number => entry >> TAG_BITS;

/** The number of a window's first alternative among all alternatives of the machine. */
export function firstAlternatives({ windows }: Machine): number[] {
  let next = 0;
  return windows.map(({ alternatives }) => {
    const first = next;
    next += alternatives.length;
    return first;
  });
}
