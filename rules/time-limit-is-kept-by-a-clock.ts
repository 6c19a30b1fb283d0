import type { Book } from '../model/book.ts';
import { type At, under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { durationsAsData, durationsIn } from './words/durations.ts';
import { proseOf } from './words/prose.ts';
import { quoted } from './words/sentence.ts';

export const timeLimitIsKeptByAClock: Rule = {
  id: 'time-limit-is-kept-by-a-clock',
  summary: 'Every time limit that a sentence names is a deadline, a timer or a threshold too.',
  why: `
    A limit that stands in a sentence only is kept by nobody's clock: no timer rings, no check fails, and nobody can say
    afterwards whether it was met. "Within minutes" is a feeling, not a limit.
    Write the \`within\`, the timer or the threshold that carries it, with the event from which it counts.
  `,
  good: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: call-plumber, text: Call the plumber within 10 minutes., by: lead, within: {by: 10m, from: opened}}
      - {id: read-meter, text: Read the last 5 minutes of the meter., by: lead}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: call-plumber, text: Call the plumber within 10 minutes., by: lead}]}
`,
    `
kind: severities
levels: {P1: {title: Urgent, meaning: The house is in danger., response_words: Within minutes., source: {section: "1"}}}
`,
  ],
  check(book, report) {
    const levels = [...book.severities.values()].filter((level) => level.response_words && !level.response);
    const [first] = levels;
    if (first)
      report(
        under(first.at, 'response_words'),
        `${quoted(levels.map(({ id }) => id))} ${levels.length === 1 ? 'has' : 'have'} a response time in words only ("${first.response_words}"), which nobody can miss`,
        'write the `response` with a number and the event from which it counts',
      );
    const shared = policyDurations(book);
    for (const [, [{ at, of, words }]] of groupsBy(
      unkept(book, shared),
      (limit) => `${limit.runbook} ${limit.seconds}`,
    ))
      report(
        at,
        `${quoted(of)} names "${words}", and no deadline, timer or threshold of the book has that length`,
        'write the `within`, the timer or the threshold that carries it',
        words,
      );
  },
};

interface Limit {
  readonly at: At;
  readonly of: string;
  readonly words: string;
  readonly seconds: number;
  readonly runbook: string;
}

function unkept(book: Book, shared: ReadonlySet<number>): Limit[] {
  const sentences = [...proseOf(book), ...responseWords(book)];
  return sentences.flatMap(({ text, at, of, runbook }) =>
    durationsIn(text)
      .filter(({ seconds }) => !shared.has(seconds) && !ownDurations(book, runbook).has(seconds))
      .map((duration) => ({ ...duration, at, of, runbook: runbook ?? of })),
  );
}

const responseWords = (book: Book) =>
  [...book.runbooks.values()].flatMap(({ id, at, response_words }) =>
    response_words === undefined
      ? []
      : { text: response_words, at: under(at, 'response_words'), of: id, runbook: id },
  );

const ownDurations = (book: Book, runbook: string | undefined) =>
  durationsAsData(book.runbooks.get(runbook ?? ''));

/** Clocks of the policies: any of them may be the one that a sentence of a procedure speaks of. */
const policyDurations = (book: Book): Set<number> => {
  const found = new Set<number>();
  const tables = [book.severities, book.monitors, book.controls, book.paths, book.messages, book.milestones];
  for (const table of [...tables, book.authorities, book.parameters])
    for (const entity of table.values()) durationsAsData(entity, found);
  for (const one of [
    book.raises,
    book.declaration,
    book.warRoom,
    book.cadence,
    book.statusPage,
    book.exerciseFormat,
  ])
    durationsAsData(one, found);
  return found;
};
