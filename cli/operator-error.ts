/**
 * The request cannot be carried out and the person at the terminal can change that: wrong usage, a missing or unreadable
 * file, invalid input. Thrown anywhere in `cli/`, caught once by the base command, exit code 2.
 */
export class OperatorError extends Error {
  /** What to do next, as one sentence or a command to type. */
  readonly hint: string | undefined;

  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'OperatorError';
    this.hint = options.hint;
  }
}
