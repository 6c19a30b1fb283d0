import type { Path } from '../position.ts';
import type { Target } from '../problem.ts';

/** Where a document does not fit its schema, in words. */
export interface Mistake {
  readonly path: Path;
  readonly target: Target;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The keyword and the key or value it is about. */
  readonly subject: string;
  /** Collections whose ids may stand in the part that could not be read: what refers to them cannot be judged. */
  readonly hides?: ReadonlySet<string>;
}

export type ReportMistake = (mistake: Mistake) => void;
