import { promisesOf } from './clock/promises.ts';
import type { Rule } from './rule.ts';
import { grouped } from './words/grouped.ts';
import { counted, listed } from './words/sentence.ts';

export const deadlineSaysWhenItStarts: Rule = {
  id: 'deadline-says-when-it-starts',
  summary: 'The source of a deadline says when its clock starts.',
  why: `
    "Within 15 minutes" of what? Of the fault, the alert, the declaration, the page? The answers lie half an hour apart, and
    each reader takes the one that suits him. This book had to assume one.
    Name the event in the procedure, then drop the assumption here.
  `,
  good: [
    `
kind: severities
levels: {P1: {response: {by: 15m, from: level.P1, source: {section: "1"}}}}
`,
  ],
  bad: [
    `
kind: severities
levels: {P1: {response: {by: 15m, from: level.P1, source: {section: "1", assumed: No start is given.}}}}
`,
  ],
  check(book, report) {
    // A clock that starts with a state of the world is the finding of `start-of-a-deadline-is-noticed`.
    const assumed = promisesOf(book).filter(
      ({ bound }) => bound.source?.assumed !== undefined && !book.facts.has(bound.from),
    );
    const groups = grouped(assumed, ({ bound }) => bound.from.replace(/^(level|opened)\..*/, '$1'));
    for (const [start, promises] of groups) {
      const [first] = promises;
      if (!first) continue;
      const names = promises.map(({ name, bound }) => `${bound.by} for ${name}`);
      report(
        first.at,
        `${counted(promises.length, 'deadline')} without a start that the source names, taken from \`${start}\`: ${listed(names)}`,
        'name the event that starts the clock',
        start,
      );
    }
  },
};
