import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { type CiReport, ciExit, runCi } from '../ci-report.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { progressOn } from '../progress.ts';
import { CI_FORMS } from '../reporters/ci-forms.ts';
import { sourceLines } from '../source-lines.ts';
import { writeStepSummary } from '../step-summary.ts';
import { surroundingsOf } from '../surroundings.ts';

export default class Ci extends DrillbookCommand {
  static override summary = 'Run what a pull request must pass: check the books, then replay every drill.';
  static override description =
    'With --format github the findings stand on the lines of a pull request, and a table of all of them is added to the summary of the job (the file that GITHUB_STEP_SUMMARY names).';
  static override examples = [
    '<%= config.bin %> ci',
    '<%= config.bin %> ci --book web-shop --json',
    '<%= config.bin %> ci --format github --format sarif=drillbook.sarif',
  ];
  static override flags = { ...bookFlag, ...formatFlag(CI_FORMS) };

  async run(): Promise<CiReport['json']> {
    const { flags } = await this.parse(Ci);
    const formats = chooseFormats(flags.format, CI_FORMS);
    const report = runCi(flags.book, progressOn(process.stderr));
    const { repository, books } = report.found;
    const around = surroundingsOf(repository.root, this.config.version, sourceLines(books));
    deliver(formats, report, around, (text) => this.log(text));
    if (formats.stdout === CI_FORMS.github) writeStepSummary(report, around.prefix, process.env);
    this.exitAs(ciExit(report));
    return report.json;
  }
}
