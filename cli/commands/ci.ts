import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { type CiReport, ciExit, runCi } from '../ci-report.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { progressOn } from '../progress.ts';
import { CI_FORMS } from '../reporters/ci-forms.ts';
import { repositoryLines } from '../repository-text.ts';
import { sourceLines } from '../source-lines.ts';
import { surroundingsOf } from '../surroundings.ts';

export default class Ci extends DrillbookCommand {
  static override summary =
    'Run what a pull request must pass: check the books, replay every drill, compare the codes.';
  static override description =
    'Return codes are compared where a book has a code registry. With --format github the findings stand on the lines of a pull request, and a table of all of them is added to the summary of the job (the file that GITHUB_STEP_SUMMARY names).';
  static override examples = [
    '<%= config.bin %> ci',
    '<%= config.bin %> ci --book web-shop --json',
    '<%= config.bin %> ci --format github --format sarif=drillbook.sarif',
  ];
  static override flags = { ...bookFlag, ...formatFlag(CI_FORMS) };

  async run(): Promise<CiReport['json']> {
    const { flags } = await this.parse(Ci);
    const formats = chooseFormats(flags.format, CI_FORMS);
    const report = await runCi(flags.book, progressOn(process.stderr), this.config.root);
    const { repository, books } = report.found;
    const [inBooks, anywhere] = [sourceLines(books), repositoryLines(repository.root)];
    const line = (file: string, number: number) => inBooks(file, number) ?? anywhere(file, number);
    const around = surroundingsOf(repository.root, this.config.version, line);
    deliver(formats, report, around, (text) => this.log(text));
    this.exitAs(ciExit(report));
    return report.json;
  }
}
