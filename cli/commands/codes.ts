import * as Flags from '@oclif/core/flags';
import { announcedContracts } from '../../model/announced-contracts.ts';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { type CodesReport, codesExit, codesReport } from '../codes-report.ts';
import { contractThreads } from '../contract-threads.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { readBooks } from '../load-books.ts';
import { CODES_FORMS } from '../reporters/codes-forms.ts';
import { repositoryLines } from '../repository-text.ts';
import { soundFrom } from '../sound-book.ts';
import { surroundingsOf } from '../surroundings.ts';
import { writePages } from '../write-pages.ts';

export default class Codes extends DrillbookCommand {
  static override summary = 'Compare return codes: source, sheet, vectors, runbooks, exit statuses, pages.';
  static override description =
    'Reads every contract of the code registries here. A code climbs five rungs: declared, documented, has a vector, is really returned, is handled in every runbook that calls the check. What drifts is a finding, and a change that breaks callers needs another version.';
  static override examples = [
    '<%= config.bin %> codes --check',
    '<%= config.bin %> codes --write',
    '<%= config.bin %> codes --base origin/main --format github',
    '<%= config.bin %> codes --json > codes-1.0.0.json',
  ];
  static override flags = {
    ...bookFlag,
    check: Flags.boolean({
      summary: 'Write nothing, show what differs (this is the default).',
      exclusive: ['write'],
    }),
    write: Flags.boolean({ summary: 'Mend the generated parts of pages.' }),
    base: Flags.string({
      helpValue: 'REVISION|FILE',
      summary: 'Measure changes against this: HEAD when nothing is named, or a file that --json printed.',
    }),
    ...formatFlag(CODES_FORMS),
  };

  async run(): Promise<CodesReport> {
    const { flags } = await this.parse(Codes);
    const formats = chooseFormats(flags.format, CODES_FORMS);
    const { root, found } = await this.#compare(flags.book, flags.base);
    const report = flags.write ? writePages(root, found) : found;
    const around = surroundingsOf(root, this.config.version, repositoryLines(root));
    deliver(formats, report, around, (text) => this.log(text));
    this.exitAs(codesExit(report));
    if (report.contracts.length === 0) this.nothingMeasured('no book here has a code registry');
    return report;
  }

  /** What the registries say at their top is worked on while the books are read. */
  async #compare(book: string | undefined, base: string | undefined) {
    const threads = contractThreads(this.config.root);
    try {
      const read = readBooks(book, { part: 'codes' });
      const { root } = read.repository;
      const announced = read.books.flatMap(({ id, files }) => announcedContracts(files, id));
      threads.askAhead(root, announced);
      return { root, found: await codesReport(soundFrom(read), base, threads) };
    } finally {
      await threads.end();
    }
  }
}
