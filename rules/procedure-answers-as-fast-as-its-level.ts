import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { boundSeconds } from './clock/lengths.ts';
import type { Rule } from './rule.ts';
import { ownLevels } from './severity/levels-of.ts';
import { citedAfter } from './words/sentence.ts';

export const procedureAnswersAsFastAsItsLevel: Rule = {
  id: 'procedure-answers-as-fast-as-its-level',
  summary: 'A procedure asks for a response as fast as every level at which it may run.',
  why: `
    The scale says minutes and the page of the procedure says hours. Whoever has opened the procedure follows it, and the
    worst case, for which the scale was made, is the one that is answered late.
    Write the response time of the procedure for each of its levels, or leave it to the scale.
  `,
  good: [
    `
kind: severities
levels: {P1: {response_words: Within hours.}, P2: {response: {by: 48h, from: level.P2}}}
---
kind: runbook
id: leak
response_words: Minutes and not hours.
phases:
  - {id: act, title: Act, order: sequence, within: {by: 1h, from: declared}, steps: [{id: close-valve, text: Close it., by: lead, produces: [valve-closed]}]}
---
kind: severities
levels: {P1: {response: {by: 24h, from: level.P1}}}
`,
  ],
  bad: [
    `
kind: severities
levels: {P1: {response: {by: 15m, from: level.P1}}}
---
kind: runbook
id: leak
response_words: Hours and not minutes.
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values()) {
      const own = slowestUnit(runbook.response_words);
      if (own === undefined) continue;
      const faster = ownLevels(runbook).flatMap((level) => {
        const asked = responseAt(book, level);
        return asked && asked.seconds < own ? [{ level, ...asked }] : [];
      });
      const [worst] = faster;
      if (worst)
        report(
          under(runbook.at, 'response_words'),
          `\`${runbook.id}\` may run at ${worst.level}, which is answered ${worst.words}${citedAfter(book.severities.get(worst.level)?.source)}, and its own page says "${runbook.response_words}"`,
          'write the response for each level, or leave it to the scale',
        );
    }
  },
};

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(?<!\bnot )\bdays?\b/i, 86_400],
  [/(?<!\bnot )\bhours?\b/i, 3600],
  [/(?<!\bnot )\bminutes?\b/i, 60],
];

/** The seconds of the slowest unit that the words allow; what stands behind a "not" is not allowed. */
const slowestUnit = (words: string | undefined): number | undefined =>
  words === undefined || /working hours|business hours/i.test(words)
    ? undefined
    : UNITS.find(([unit]) => unit.test(words))?.[1];

function responseAt(book: Book, id: string): { seconds: number; words: string } | undefined {
  const level = book.severities.get(id);
  if (level?.response) {
    // Fifteen minutes are minutes: what counts is the unit that people read.
    const seconds = boundSeconds(level.response.by, book.manifest.calendar);
    return {
      seconds: seconds < 3600 ? 60 : seconds < 86_400 ? 3600 : 86_400,
      words: `within ${level.response.by}`,
    };
  }
  const seconds = slowestUnit(level?.response_words);
  return seconds === undefined
    ? undefined
    : { seconds, words: (level?.response_words ?? '').toLowerCase().replace(/\.$/, '') };
}
