import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { type CheckReport, checkExit } from '../check-report.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { type Decision, type WaiverProposal, waiverProposal } from '../propose-waivers.ts';
import { CHECK_FORMS } from '../reporters/check-forms.ts';
import { runCheck } from '../run-check.ts';
import { sourceLines } from '../source-lines.ts';
import { surroundingsOf } from '../surroundings.ts';
import { today } from '../today.ts';
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
    '<%= config.bin %> check --book web-shop --propose-waivers --owner lead --expires 2027-03-31',
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
    'propose-waivers': Flags.boolean({
      exclusive: ['json', 'watch', 'format'],
      summary: 'Print a waivers.yaml for the findings that nobody has waived, its reasons left to write.',
    }),
    owner: Flags.string({
      dependsOn: ['propose-waivers'],
      helpValue: 'ROLE',
      summary: 'Who answers for the proposed waivers; absent: the commander of the book.',
    }),
    expires: Flags.string({
      dependsOn: ['propose-waivers'],
      helpValue: 'DATE',
      summary: 'The last day of the proposed waivers; absent: 90 days from today.',
    }),
  };

  async run(): Promise<CheckReport | WaiverProposal> {
    const { flags } = await this.parse(Check);
    if (flags['propose-waivers']) return this.propose(flags.book, flags);
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

  private propose(book: string | undefined, decision: Decision): WaiverProposal {
    const proposal = waiverProposal(book, decision, today());
    if (proposal.yaml === undefined)
      this.logToStderr(`nothing to waive: no rule finds anything open in ${proposal.book}`);
    else this.log(proposal.yaml.trimEnd());
    return proposal;
  }
}
