import type { Book } from '../model/book.ts';
import { RESOLVED } from '../model/events.ts';
import { type At, under } from '../model/position.ts';
import { topicsIn } from './messages/topics.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

const ROOT_CAUSE = 'the root cause';

export const messageSaysOnlyWhatIsKnownByThen: Rule = {
  id: 'message-says-only-what-is-known-by-then',
  summary: 'No message has to tell the root cause before the review is there to find it.',
  why: `
    The root cause is what the review finds, days later. A message that has to hold it while the incident runs, or on the
    minute it ends, gets a guess, and the guess is quoted when the review finds something else.
    Promise the root cause for the report that follows the review.
  `,
  good: [
    `
kind: communications
status_page: {fields: [Impact], final: [Duration], source: {section: "1"}}
---
kind: review
milestones:
  report: {text: Find the root cause., by: lead, within: {by: 72h, from: resolved}, source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: communications
status_page: {fields: [Impact], final: [Duration, Summary of the root cause], source: {section: "1"}}
---
kind: review
milestones:
  report: {text: Find the root cause., by: lead, within: {by: 72h, from: resolved}, source: {section: "1"}}
`,
  ],
  check(book, report) {
    const review = [...book.milestones.values()].find(
      ({ text, within }) => within.from === RESOLVED && topicsIn(text).includes(ROOT_CAUSE),
    );
    if (!review) return;
    for (const { at, item, where } of contents(book))
      if (topicsIn(item).includes(ROOT_CAUSE))
        report(
          at,
          `${where} holds "${item}", and the root cause is what ${quoted(review.id)} finds up to ${review.within.by} after the end`,
          'promise it for the report that follows the review',
        );
  },
};

/** What is said before the review: fields of the status page, and messages that go out during the incident. */
function contents(book: Book): { at: At; item: string; where: string }[] {
  const page = book.statusPage;
  const entries = page
    ? (['fields', 'final'] as const).flatMap((property) =>
        (page[property] ?? []).map((item, index) => ({
          at: under(page.at, property, index),
          item,
          where: property === 'final' ? 'the last entry of the status page' : 'each entry of the status page',
        })),
      )
    : [];
  const messages = [...book.messages.values()].filter(({ within }) => within && within.from !== RESOLVED);
  return [
    ...entries,
    ...messages.flatMap(({ id, at, content = [] }) =>
      content.map((item, index) => ({ at: under(at, 'content', index), item, where: quoted(id) })),
    ),
  ];
}
