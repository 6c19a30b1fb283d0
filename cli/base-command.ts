import { Command } from '@oclif/core/command';
import { EXIT_CODES, type ExitName } from './exit-codes.ts';
import { reportFailure } from './report-failure.ts';
import { unknownFlags } from './unknown-name.ts';

/**
 * What every command shares: `--json`, exit codes and the one place where errors are caught.
 *
 * A command only translates: parse, load, ONE call into a room, render, set the exit code, return the value for `--json`.
 *
 *     export default class Check extends DrillbookCommand {
 *       static override summary = 'Check the book against its schemas and rules.';
 *       static override examples = ['<%= config.bin %> check', '<%= config.bin %> check --json'];
 *       async run(): Promise<CheckReport> {
 *         const { flags } = await this.parse(Check);
 *         const report = check(await loadBook(flags.book));
 *         this.log(renderCheck(report));       // silent under --json
 *         if (report.findings.length > 0) this.exitAs('findings');
 *         return report;                       // printed under --json
 *       }
 *     }
 *
 * Colour through `paintFor(process.stdout)`: it is silent when stdout is no terminal and under NO_COLOR.
 * Throw `OperatorError` with a hint for what the operator can mend (exit 2). Anything else that escapes is our bug (exit 3).
 */
export abstract class DrillbookCommand extends Command {
  static override enableJsonFlag = true;

  /** Sets the exit code without throwing, so that the result is still printed. */
  protected exitAs(name: ExitName): void {
    process.exitCode = EXIT_CODES[name].code;
  }

  /** Nothing measured is never green: says so on stderr, and sets its own exit code. */
  protected nothingMeasured(why: string): void {
    if (!this.jsonEnabled()) this.logToStderr(`nothing was measured: ${why}`);
    this.exitAs('nothingMeasured');
  }

  protected override async catch(error: unknown): Promise<void> {
    this.parsed = true; // else oclif adds a warning to every usage error when NODE_ENV is test or development
    reportFailure(isUnknownFlags(error) ? this.unknownFlags(error.flags) : error, this.jsonEnabled());
  }

  private unknownFlags(typed: string[]) {
    const known = [...Object.keys({ ...this.ctor.baseFlags, ...this.ctor.flags }), 'json', 'help'];
    return unknownFlags(typed, known, this.id?.replaceAll(':', ' ') ?? '');
  }
}

/** oclif does not export the class of its error for flags that do not exist; its name and field are stable. */
const isUnknownFlags = (error: unknown): error is { flags: string[] } =>
  error instanceof Error && error.constructor.name === 'NonExistentFlagsError' && 'flags' in error;
