import type { Book } from '../../../model/book.ts';
import { writeSeconds } from '../../../model/duration.ts';
import { fingerprint } from '../../../model/fingerprint.ts';
import type { Promised } from '../../kernel/machine.ts';
import { callOf } from '../../lower/people.ts';
import type { BreakLine } from '../../replay/break-lines.ts';
import { joined } from '../../sentences/plain.ts';

/** How a counterexample is called and introduced, for the person who opens its file a year later. */
export interface StoryName {
  readonly id: string;
  readonly title: string;
  readonly briefing: string;
  /** Why it broke, in one sentence. */
  readonly because: string;
}

/** Ids and texts as the schema bounds them. */
const LONGEST_ID = 80;
const LONGEST_TEXT = 2000;

const TOO_SLOW = 'The pace of the book alone is too slow.';
const OUT_OF_ORDER = 'Nobody is late: the book lets things come in this order.';

export function nameStory(
  book: Book,
  runbook: string,
  { name, text, clock, bound }: Promised,
  failed: readonly string[],
  lines: readonly BreakLine[],
): StoryName {
  const people = joined(
    failed.map((each) => book.groups.get(each)?.title ?? callOf(book, each)),
    'and',
  );
  const isLate = `${people} ${failed.length === 1 ? 'is' : 'are'} late`;
  const promise = text.replace(/\.$/, '');
  const who =
    failed.length === 0
      ? 'Nobody is late: everybody keeps the pace that the book assumes of them.'
      : `${isLate}; everybody else keeps the pace that the book assumes of them.`;
  const told = lines.map(({ at, text: line }) => (at === undefined ? line : `${writeSeconds(at)}: ${line}`));
  return {
    id: idOf(runbook, name),
    title:
      failed.length === 0
        ? `Broken although nobody is late: ${promise}`
        : `Broken when ${isLate}: ${promise}`,
    briefing: cut(`The book promises: ${promise}. ${who} What happens: ${told.join('; ')}.`),
    because: failed.length > 0 ? `${isLate}.` : clock === undefined || bound === 0 ? OUT_OF_ORDER : TOO_SLOW,
  };
}

function idOf(runbook: string, promise: string): string {
  const whole = `${runbook}-${promise.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
  if (whole.length <= LONGEST_ID) return whole;
  const mark = fingerprint('story', runbook, [], promise).slice(0, 6);
  return `${whole.slice(0, LONGEST_ID - 7).replace(/-+$/, '')}-${mark}`;
}

const cut = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
