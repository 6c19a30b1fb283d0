import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { promisesOf } from './clock/promises.ts';
import { factsOf } from './procedure/outside-facts.ts';
import type { Rule } from './rule.ts';
import { citedAfter } from './words/sentence.ts';

export const startOfADeadlineIsNoticed: Rule = {
  id: 'start-of-a-deadline-is-noticed',
  summary: 'A clock starts with something that somebody does, decides or is told by a monitor.',
  why: `
    A clock that starts with a state of the world starts unseen, perhaps before anybody declared. Whoever has to keep the
    promise learns of it when it is late.
    Start the clock with the step that finds it out, or with the alert.
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
      - {id: look, text: Look for the water., by: lead, produces: [pipe-broken]}
      - {id: close-valve, text: Close the valve., by: lead, within: {by: 1h, from: pipe-broken}, produces: [valve-closed]}
`,
  ],
  bad: [
    `
kind: book
facts: {pipe-broken: {text: A pipe is broken.}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the valve., by: lead, if: {facts: [pipe-broken]}, within: {by: 1h, from: pipe-broken}, produces: [valve-closed]}
`,
  ],
  check(book, report) {
    for (const { name, bound, at, source } of promisesOf(book))
      if (book.facts.has(bound.from) && !isFoundOut(book, bound.from))
        report(
          under(at, 'from'),
          `the ${bound.by} for ${name}${citedAfter(source)} start with \`${bound.from}\`, which no step, monitor or control finds out`,
          'let a step establish it, and start the clock there',
        );
  },
};

const isFoundOut = (book: Book, fact: string): boolean =>
  [...book.runbooks.values()].some((runbook) => factsOf(book, runbook).includes(fact)) ||
  [...book.monitors.values()].some(({ thresholds }) =>
    Object.values(thresholds).some(({ sets }) => sets?.includes(fact)),
  ) ||
  [...book.controls.values()].some(({ sets, ends }) => sets?.includes(fact) || ends?.sets?.includes(fact));
