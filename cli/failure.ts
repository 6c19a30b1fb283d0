import { CLIError, ExitError } from '@oclif/core/errors';
import { EXIT_CODES, type ExitName } from './exit-codes.ts';
import { OperatorError } from './operator-error.ts';

/** Why a command ended without its result, ready to be printed for a person or for a program. */
export interface Failure {
  exit: ExitName;
  message: string;
  hint?: string;
  stack?: string;
}

/** Usage errors and `OperatorError` are the operator's to mend; everything else that was thrown is our bug. */
export function toFailure(error: unknown): Failure {
  if (error instanceof OperatorError) {
    return {
      exit: 'operatorError',
      message: error.message,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    };
  }
  if (error instanceof CLIError) return usageFailure(error);
  if (error instanceof Error)
    return { exit: 'bug', message: error.message, stack: error.stack ?? error.message };
  return { exit: 'bug', message: String(error), stack: String(error) };
}

/** True for `this.exit()` of oclif, which carries a code and nothing to say. */
export const isPlainExit = (error: unknown): error is ExitError => error instanceof ExitError;

const SEE_HELP = /\nSee more help with --help$/;

function usageFailure(error: CLIError): Failure {
  const message = error.message.replace(SEE_HELP, '');
  const failure: Failure = {
    exit: 'operatorError',
    message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  };
  return SEE_HELP.test(error.message)
    ? { ...failure, hint: 'the command with --help shows its arguments and flags' }
    : failure;
}

/** The shape `--json` prints instead of a result. */
export function failureAsJson(failure: Failure): object {
  const { exit, ...rest } = failure;
  return { error: { kind: exit, exit: EXIT_CODES[exit].code, ...rest } };
}

export function failureAsText({ exit, message, hint, stack }: Failure): string {
  if (exit === 'bug') {
    return `drillbook has a bug, this is not your doing:\n${stack ?? message}\nPlease report it with the command that you typed.\n`;
  }
  return `error: ${message}\n${hint === undefined ? '' : `hint: ${hint}\n`}`;
}
