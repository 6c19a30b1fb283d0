import { EXIT_CODES } from './exit-codes.ts';
import { failureAsJson, failureAsText, isPlainExit, toFailure } from './failure.ts';

/** Prints why the command failed and sets the exit code; never exits, so that pending output is flushed. */
export function reportFailure(error: unknown, json: boolean): void {
  if (isPlainExit(error)) {
    process.exitCode = error.oclif.exit ?? EXIT_CODES.ok.code;
    return;
  }
  const failure = toFailure(error);
  process.exitCode = EXIT_CODES[failure.exit].code;
  if (json) process.stdout.write(`${JSON.stringify(failureAsJson(failure), null, 2)}\n`);
  else process.stderr.write(failureAsText(failure));
}

/** Whether the caller asked for JSON: what stands after `--` belongs to somebody else. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).includes('--json');
}
