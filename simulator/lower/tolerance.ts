import type { Tolerate } from '../../model/generated/types.ts';

/** How many people may fail before a promise may break, and whether the book says so itself. */
export interface Tolerance {
  readonly tolerate: Tolerate;
  readonly pinned: boolean;
}

/** A deadline that says nothing must be kept as long as nobody fails: the book must not break it by itself. */
export const ofDeadline = (said: Tolerate | undefined): Tolerance => toleranceOf(said, 0);

/** What no clock decides, an order or an approval, must hold whoever fails. */
export const ofCheck = (said: Tolerate | undefined): Tolerance => toleranceOf(said, 'any');

const toleranceOf = (said: Tolerate | undefined, otherwise: Tolerate): Tolerance => ({
  tolerate: said ?? otherwise,
  pinned: said !== undefined,
});
