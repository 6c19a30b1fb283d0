import type { Entity } from '../../../model/book.ts';
import type { Invariant } from '../../../model/generated/types.ts';
import type { Scene } from '../scene.ts';
import { lowerEvery, lowerExpect, lowerIfSilent, lowerNotBefore } from './deadlines.ts';
import { lowerDistinct } from './distinct-people.ts';
import { lowerByClose, lowerCount, lowerOneOf, lowerOrder, lowerRequire } from './occurrences.ts';
import type { Lowering } from './register.ts';
import { lowerAlways, lowerAtLeast, lowerAtMost, lowerNever, lowerSometimes } from './states.ts';

/** An invariant is a promise or a check like any other: one small register, watched while the machine runs. */
export function lowerInvariant(scene: Scene, invariant: Entity<Invariant>): void {
  if (invariant.across !== undefined) return; // of all incidents together
  const inPlay = (id: string) => scene.runbooks.some((runbook) => runbook.id === id);
  if (invariant.runbooks && !invariant.runbooks.some(inPlay)) return;
  PATTERNS.find(([key]) => invariant[key] !== undefined)?.[1](scene, invariant);
}

const PATTERNS: readonly (readonly [keyof Invariant, Lowering])[] = [
  ['never', lowerNever],
  ['always', lowerAlways],
  ['expect', lowerExpect],
  ['not_before', lowerNotBefore],
  ['require', lowerRequire],
  ['every', lowerEvery],
  ['at_most', lowerAtMost],
  ['at_least', lowerAtLeast],
  ['count', lowerCount],
  ['order', lowerOrder],
  ['if_silent', lowerIfSilent],
  ['by_close', lowerByClose],
  ['exactly_one', lowerOneOf('exactly_one')],
  ['at_most_one', lowerOneOf('at_most_one')],
  ['distinct_people', lowerDistinct],
  ['sometimes', lowerSometimes],
];
