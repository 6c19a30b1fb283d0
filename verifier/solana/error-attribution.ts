import type { AttributionCode } from './attribution-codes.ts';

/**
 * A custom error means something only together with the program that returned it: 6042 of one is not 6042 of
 * another.
 */
export type ProgramError = { readonly program: string; readonly code: number };

export type Attribution = {
  readonly name: AttributionCode;
  /** Set for `custom-error` alone. */
  readonly error: ProgramError | null;
  /** Programs from the outermost call to the one that failed first; empty unless one failed. */
  readonly path: readonly string[];
  /** What follows `failed: ` in the log, printable ASCII; null unless a program failed. */
  readonly reason: string | null;
};

// A program's own output always follows "Program log: " or "Program data: ", and neither "log:" nor "data:"
// is base58: anchored to the whole entry, these patterns match only what the runtime itself wrote.
const INVOKE = /^Program ([1-9A-HJ-NP-Za-km-z]{32,44}) invoke \[(\d{1,2})\]$/;
const SUCCESS = /^Program ([1-9A-HJ-NP-Za-km-z]{32,44}) success$/;
const FAILED = /^Program ([1-9A-HJ-NP-Za-km-z]{32,44}) failed: ([\x20-\x7e]*)$/;
const CUSTOM = /^custom program error: 0x([0-9a-f]{1,8})$/;
// What was too long is left out, and shorter lines may still follow: nothing after this entry is complete.
const TRUNCATED = 'Log truncated';

/**
 * Finds the program that failed, and its custom code, in the log ENTRIES of one transaction (an array as the
 * RPC returns it: joined text split at line ends would let a program forge lines). A failed inner call takes
 * its callers with it and each repeats the code, so the first `Program <id> failed` is the origin and the
 * later ones are echoes.
 *
 * Leaves to its caller: that the logs come from an endpoint worth believing.
 */
export function attributeError(logs: readonly unknown[]): Attribution {
  const stack: string[] = [];
  for (const line of logs) {
    if (typeof line !== 'string') return undecided('malformed-logs');
    if (line === TRUNCATED) return undecided('truncated-logs');
    const failed = FAILED.exec(line);
    if (failed !== null) {
      return failed[1] === stack.at(-1) ? attribute(stack, failed[2] as string) : undecided('malformed-logs');
    }
    if (!follow(stack, line)) return undecided('malformed-logs');
  }
  return undecided(stack.length === 0 ? 'no-failure' : 'malformed-logs');
}

/** Keeps the call stack in step with one line; false when the line cannot follow what came before. */
function follow(stack: string[], line: string): boolean {
  const invoked = INVOKE.exec(line);
  if (invoked !== null) return stack.push(invoked[1] as string) === Number(invoked[2]);
  const succeeded = SUCCESS.exec(line);
  return succeeded === null || stack.pop() === succeeded[1];
}

function attribute(path: readonly string[], reason: string): Attribution {
  const custom = CUSTOM.exec(reason);
  if (custom === null) return { name: 'other-error', error: null, path, reason };
  const error = { program: path.at(-1) as string, code: Number.parseInt(custom[1] as string, 16) };
  return { name: 'custom-error', error, path, reason };
}

function undecided(name: AttributionCode): Attribution {
  return { name, error: null, path: [], reason: null };
}
