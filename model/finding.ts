import type { At, Position } from './position.ts';

/** Something wrong in a book: which rule says so, where, what is wrong here, and what to do. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  /** What to do, as one sentence. */
  readonly hint?: string;
  readonly position: Position;
  /** 12 hex digits over rule, file, path and subject: stable while lines move. */
  readonly fingerprint: string;
}

/**
 * How a rule reports: the node it is about, what is wrong there, and what to do. The subject tells apart several findings
 * of one rule at one node, whatever their words are.
 */
export type Report = (at: At, message: string, hint?: string, subject?: string) => void;
