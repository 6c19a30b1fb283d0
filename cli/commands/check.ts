import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { type CheckReport, checkExit } from '../check-report.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { CHECK_FORMS } from '../reporters/check-forms.ts';
import { runCheck } from '../run-check.ts';
import { sourceLines } from '../source-lines.ts';
import { surroundingsOf } from '../surroundings.ts';
import { watchBooks } from '../watch/watch-books.ts';

export default class Check extends DrillbookCommand {
  static override summary = 'Check the books: schemas, references and rules.';
  static override description =
    'Reads every file of every book here, from any folder below the one that holds policies/, and shows all that is wrong.';
  static override examples = [
    '<%= config.bin %> check',
    '<%= config.bin %> check --watch',
    '<%= config.bin %> check --book web-shop --format oneline',
    '<%= config.bin %> check --format github --format sarif=drillbook.sarif',
    '<%= config.bin %> check --json',
  ];
  static override flags = {
    ...bookFlag,
    ...formatFlag(CHECK_FORMS),
    watch: Flags.boolean({
      char: 'w',
      exclusive: ['json'],
      summary: 'Check again whenever a file of a book changes, until Ctrl-C.',
    }),
  };

  async run(): Promise<CheckReport> {
    const { flags } = await this.parse(Check);
    const formats = chooseFormats(flags.format, CHECK_FORMS);
    const checkOnce = () => {
      const { found, report } = runCheck(flags.book);
      const around = surroundingsOf(found.repository.root, this.config.version, sourceLines(found.books));
      deliver(formats, report, around, (text) => this.log(text));
      this.exitAs(checkExit(report));
      return report;
    };
    return flags.watch ? watchBooks(flags.book, checkOnce) : checkOnce();
  }
}
