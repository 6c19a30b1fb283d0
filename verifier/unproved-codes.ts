import type { FailureClass } from './ethereum/failure-classes.ts';

/**
 * Classes that no vector can prove: they are seen in what several endpoints say, or say at a time. Tests against
 * real servers on loopback produce each of them. A test compares this list with the shipped vectors.
 */
export const UNPROVED_CLASSES: readonly FailureClass[] = [
  'stale',
  'wrong-network',
  'disagreement',
  'single-source',
  'several-causes',
];
