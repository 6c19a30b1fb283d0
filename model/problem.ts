import type { BuiltInRuleId } from './built-in-rules.ts';
import type { Path } from './position.ts';

/** What to point at: the key, its value, or (node) the value when it is a scalar and the key when it is a block. */
export type Target = 'key' | 'value' | 'node';

/** A finding of the loader before its line is known. */
export interface Problem {
  readonly rule: BuiltInRuleId;
  readonly path: Path;
  readonly target: Target;
  readonly message: string;
  readonly hint?: string | undefined;
  /** What is wrong there, when one node can have several problems: part of the fingerprint. */
  readonly subject: string;
}

/** Takes a function, so that the words of problems beyond the limit of a file are never made. */
export type ReportProblem = (make: () => Problem) => void;
