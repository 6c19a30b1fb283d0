import * as Flags from '@oclif/core/flags';
import { instantExists, parseInstant } from '../../model/calendar.ts';
import { type PagePlan, whoIsPaged } from '../../simulator/who.ts';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { OperatorError } from '../operator-error.ts';
import { paintFor } from '../paint.ts';
import { renderWho } from '../render/who-report.ts';
import { bookThatKnows, soundBooks } from '../sound-book.ts';

export default class Who extends DrillbookCommand {
  static override summary = 'Say who is paged, on which channel, when, and who then if nobody answers.';
  static override examples = [
    '<%= config.bin %> who --severity P0',
    '<%= config.bin %> who --severity P0 --service custody-oracle --at 2026-11-01T03:00-05:00',
    '<%= config.bin %> who --severity SEV-1 --book web-shop --json',
  ];
  static override flags = {
    ...bookFlag,
    severity: Flags.string({ char: 's', required: true, summary: 'The level of the incident.' }),
    service: Flags.string({ summary: 'The service that is affected: shows its rotation.' }),
    at: Flags.string({ helpValue: 'TIME', summary: 'When, as 2026-11-01T03:00-05:00; absent: now.' }),
  };

  async run(): Promise<{ readonly version: 1 } & PagePlan> {
    const { flags } = await this.parse(Who);
    const at = flags.at === undefined ? Math.floor(Date.now() / 1000) : instantOf(flags.at);
    const question = { severity: flags.severity, service: flags.service, at };
    const book = bookThatKnows(soundBooks(flags.book, 'people').books, question);
    const plan = whoIsPaged(book, question);
    this.log(renderWho(book, plan, paintFor(process.stdout)));
    return { version: 1, ...plan };
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

function instantOf(text: string): number {
  if (INSTANT.test(text) && instantExists(text)) return parseInstant(text);
  throw new OperatorError(`\`${text}\` is no point in time`, {
    hint: 'write a date, a time and the offset from UTC, such as 2026-11-01T03:00-05:00',
  });
}
