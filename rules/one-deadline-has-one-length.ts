import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { type NamedPromise, promisesOf } from './clock/promises.ts';
import { placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { cited, listed } from './words/sentence.ts';

export const oneDeadlineHasOneLength: Rule = {
  id: 'one-deadline-has-one-length',
  summary: 'Two places that promise the same thing from the same start give it the same time.',
  why: `
    When one page says 72 hours and another five business days, whoever waits counts on the shorter and whoever works counts
    on the longer. Nobody breaks his promise, and somebody is let down.
    Decide on one length, or give the two things different names.
  `,
  good: [
    `
kind: communications
audiences: {neighbours: {title: Neighbours}}
messages:
  first: {audience: neighbours, within: {by: 1h, from: declared}, by: lead, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: any
    steps:
      - {id: ring, text: Ring at every door., by: lead, notifies: [neighbours], within: {by: 1h, from: declared}, produces: [valve-closed]}
`,
  ],
  bad: [
    `
kind: communications
audiences: {neighbours: {title: Neighbours}}
messages:
  first: {audience: neighbours, within: {by: 2h, from: declared}, by: lead, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: any
    steps:
      - {id: ring, text: Ring at every door., by: lead, notifies: [neighbours], within: {by: 1h, from: declared}, produces: [valve-closed]}
`,
    `
kind: review
milestones:
  post-mortem: {text: Write it., by: lead, within: {by: 72h, from: resolved}, source: {section: "1"}}
  draft-post-mortem: {text: Draft it., by: lead, within: {by: 5 business days, from: resolved}, source: {section: "2"}}
`,
  ],
  check(book, report) {
    for (const [topic, promises] of topicsOf(book)) {
      const lengths = [...new Set(promises.map(({ bound }) => bound.by))];
      const [first] = promises;
      if (!first || lengths.length < 2) continue;
      const said = lengths.map((length) => {
        const same = promises.filter(({ bound }) => bound.by === length);
        return `${length} (${listed(same.map(({ name, source }) => [name, cited(source)].filter(Boolean).join(', ')))})`;
      });
      report(
        first.at,
        `${topic} is promised in ${listed(said, 'and in')}, each from \`${first.bound.from}\``,
        'decide on one length, or say how the two things differ',
        topic,
      );
    }
  },
};

const WRITE_UP = /post-?mortem|post-incident|write-?up|full report|incident-report/;

/** Promises about one thing from one event, by what the thing is called. */
function topicsOf(book: Book): Map<string, NamedPromise[]> {
  const topics = new Map<string, NamedPromise[]>();
  const add = (topic: string, promise: NamedPromise) => {
    const key = `${topic} ${promise.bound.from}`;
    const known = topics.get(key);
    if (known) known.push(promise);
    else topics.set(key, [promise]);
  };
  for (const promise of promisesOf(book)) if (WRITE_UP.test(promise.name)) add('the write-up', promise);
  for (const { audience, promise } of noticesOf(book)) add(`the notice to \`${audience}\``, promise);
  return new Map([...topics].map(([key, promises]) => [key.slice(0, key.lastIndexOf(' ')), promises]));
}

function noticesOf(book: Book): { audience: string; promise: NamedPromise }[] {
  const messages = [...book.messages.values()].flatMap(
    ({ id, audience, within, at, source, if: condition }) =>
      within && !condition
        ? [{ audience, promise: { name: `\`${id}\``, bound: within, at: under(at, 'within'), source } }]
        : [],
  );
  const steps = [...book.runbooks.values()].flatMap((runbook) =>
    placedSteps(runbook).flatMap(({ step, at }) =>
      (step.notifies ?? []).flatMap((audience) =>
        step.within
          ? [
              {
                audience,
                promise: {
                  name: `\`${step.id}\``,
                  bound: step.within,
                  at: under(at, 'within'),
                  source: step.source,
                },
              },
            ]
          : [],
      ),
    ),
  );
  return [...messages, ...steps];
}
