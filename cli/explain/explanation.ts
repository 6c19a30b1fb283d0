import type { Position } from '../../model/position.ts';

/** What `explain` knows about a word: one entry for each place that defines it. */
export interface Explanation {
  readonly word: string;
  readonly what: 'rule' | 'code' | 'exit code';
  readonly title: string;
  /** An empty label goes on with the one before. */
  readonly paragraphs: readonly (readonly [label: string, text: string])[];
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly position?: Position;
}
