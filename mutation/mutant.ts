import type { Path } from '../model/position.ts';
import type { Change } from './document/change.ts';

/** A book with one slip in it. */
export interface Mutant {
  /** 12 hex digits: the same while lines move. */
  readonly fingerprint: string;
  readonly operator: string;
  readonly file: string;
  /** The node that is changed, list items called by their id. */
  readonly path: Path;
  /** Line of the file as it is, from 1. */
  readonly line: number;
  readonly changes: readonly Change[];
  /** The file with the slip. */
  readonly text: string;
}
