import type { Book } from '../model/book.ts';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import type { Finding } from '../model/finding.ts';
import type { IsoDate } from '../model/generated/types.ts';
import { ALL_RULES } from '../rules/all.ts';
import { checkBook } from '../rules/check-book.ts';
import { applyWaivers } from '../rules/waivers/apply-waivers.ts';
import { proposeWaivers } from '../rules/waivers/propose-waivers.ts';
import { OperatorError } from './operator-error.ts';
import { soundBooks } from './sound-book.ts';

export interface WaiverProposal {
  readonly book: string;
  /** A whole `waivers.yaml`; undefined when there is nothing to waive. */
  readonly yaml: string | undefined;
}

/** What was typed about the waivers; each has a default. */
export interface Decision {
  readonly owner: string | undefined;
  readonly expires: string | undefined;
}

/** A draft of the waivers for what the rules find and nobody has waived; one book at a time. */
export function waiverProposal(
  named: string | undefined,
  decision: Decision,
  today: IsoDate,
): WaiverProposal {
  const open = soundBooks(named).books.map((book) => ({ book, findings: openFindings(book, today) }));
  const [first, ...more] = open.filter(({ findings }) => findings.length > 0);
  if (!first) return { book: named ?? open.map(({ book }) => book.id).join(', '), yaml: undefined };
  if (more.length > 0)
    throw new OperatorError('several books here have findings that nobody has waived', {
      hint: `pick one with --book: ${[first, ...more].map(({ book }) => book.id).join(', ')}`,
    });
  const owner = ownerIn(first.book, decision.owner);
  const expires = lastDay(decision.expires, today);
  return { book: first.book.id, yaml: proposeWaivers(first.findings, { owner, expires }) };
}

/** What is wrong with a waiver cannot be waived. */
const openFindings = (book: Book, today: IsoDate): Finding[] =>
  applyWaivers(checkBook(book, ALL_RULES, { today }), book, today).open.filter(({ rule }) =>
    ALL_RULES.some(({ id }) => id === rule),
  );

function ownerIn(book: Book, typed: string | undefined): string {
  const known = [...book.roles.keys(), ...book.people.keys()];
  if (typed === undefined) return book.commander ?? '';
  if (known.includes(typed)) return typed;
  throw new OperatorError(`there is no role or person \`${typed}\` in the book \`${book.id}\``, {
    hint: didYouMeanHint(typed, known) ?? `there are ${known.join(', ')}`,
  });
}

const DAYS = 90;

/** Ninety days unless another day is named: long enough for a decision, and not for ever. */
function lastDay(typed: string | undefined, today: IsoDate): IsoDate {
  if (typed === undefined)
    return new Date(Date.parse(`${today}T00:00:00Z`) + DAYS * 86_400_000).toISOString().slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed) && isDay(typed) && typed >= today) return typed;
  throw new OperatorError(`\`${typed}\` is no day from ${today} on`, {
    hint: 'write the last day of the waivers as 2027-03-31',
  });
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
