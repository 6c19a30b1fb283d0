import * as Args from '@oclif/core/args';
import type { ContractId } from '../../verifier/contracts.ts';
import type { Verdict } from '../../verifier/verdict.ts';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { paintFor } from '../paint.ts';
import { renderVerdict } from '../render/verdict.ts';
import { textWidth } from '../width.ts';
import { handlingRunbook } from './handling-runbook.ts';
import { unmeasuredReport, type VerdictReport, verdictExit, verdictReport } from './verdict-report.ts';

/** The JSON file with the request, in every command that takes one. */
export const requestArg = {
  file: Args.string({
    name: 'FILE',
    description: 'The request as JSON; - reads standard input.',
    ignoreStdin: true,
  }),
};

/** What the `verify` commands share: how an answer is shown, which exit it is, which runbook handles it. */
export abstract class VerifyCommand extends DrillbookCommand {
  static override baseFlags = bookFlag;

  /** `endpoints` are those that failed, each with why. */
  protected conclude(
    check: ContractId,
    verdict: Verdict,
    book: string | undefined,
    endpoints: readonly string[] = [],
  ): VerdictReport {
    return this.show(verdictReport(check, verdict, handlingRunbook(check, verdict, book), endpoints));
  }

  /** Nobody answered: exits 4, whatever was asked. */
  protected unmeasured(check: ContractId, why: string, endpoints: readonly string[]): VerdictReport {
    return this.show(unmeasuredReport(check, why, endpoints));
  }

  private show(report: VerdictReport): VerdictReport {
    this.log(renderVerdict(report, textWidth(process.stdout), paintFor(process.stdout)));
    this.exitAs(verdictExit(report));
    return report;
  }
}
