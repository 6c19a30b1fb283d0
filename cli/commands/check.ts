import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { type CheckReport, checkExit, checkReport } from '../check-report.ts';
import { loadBooks } from '../load-books.ts';
import { paintFor } from '../paint.ts';
import { REPORTERS } from '../reporters/all.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { sourceLines } from '../source-lines.ts';
import { strayFiles } from '../stray-files.ts';

export default class Check extends DrillbookCommand {
  static override summary = 'Check the books: schemas, references and rules.';
  static override description =
    'Reads every file of every book here, from any folder below the one that holds policies/, and shows all that is wrong.';
  static override examples = [
    '<%= config.bin %> check',
    '<%= config.bin %> check --book web-shop --format oneline',
    '<%= config.bin %> check --json',
  ];
  static override flags = {
    ...bookFlag,
    format: Flags.string({
      options: Object.keys(REPORTERS),
      default: 'text',
      summary: 'How findings are printed.',
    }),
  };

  async run(): Promise<CheckReport> {
    const { flags } = await this.parse(Check);
    const { repository, books, all } = loadBooks(flags.book);
    const report = checkReport(books, all ? strayFiles(repository) : []);
    const render = REPORTERS[flags.format] as Reporter;
    this.log(render(report, { paint: paintFor(process.stdout), line: sourceLines(books) }).trimEnd());
    this.exitAs(checkExit(report));
    return report;
  }
}
