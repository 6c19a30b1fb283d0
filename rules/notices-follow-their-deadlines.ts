import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { deadlineOf, secondsOf } from './messages/notices.ts';
import { comesBefore } from './procedure/order.ts';
import { type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const noticesFollowTheirDeadlines: Rule = {
  id: 'notices-follow-their-deadlines',
  summary: 'A procedure tells nobody before somebody who has to hear sooner.',
  why: `
    The order of the steps and the table of deadlines are two answers to the same question, whom first. Whoever follows
    the steps uses up the short deadline on people who could have waited.
    Put the notice with the shortest deadline first, or let the notices go out side by side.
  `,
  good: [
    `
kind: communications
audiences: {tenants: {title: Tenants}, press: {title: Press}}
messages:
  to-tenants: {audience: tenants, by: lead, within: {by: 15m, from: declared}, source: {section: "1"}}
  to-press: {audience: press, by: lead, within: {by: 1h, from: declared}, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: tell-tenants, text: Tell the tenants., by: lead, notifies: [tenants]}
      - {id: tell-press, text: Tell the press., by: lead, notifies: [press]}
`,
  ],
  bad: [
    `
kind: communications
audiences: {tenants: {title: Tenants}, press: {title: Press}}
messages:
  to-tenants: {audience: tenants, by: lead, within: {by: 15m, from: declared}, source: {section: "1"}}
  to-press: {audience: press, by: lead, within: {by: 1h, from: declared}, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: tell-press, text: Tell the press., by: lead, notifies: [press]}
      - {id: tell-tenants, text: Tell the tenants., by: lead, notifies: [tenants]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values()) {
      const notices = placedSteps(runbook).flatMap((placed) => noticeOf(book, placed) ?? []);
      for (const late of notices) {
        const earlier = notices.filter(
          (other) => comesBefore(other.placed, late.placed) && secondsOf(other.due) > secondsOf(late.due),
        );
        const [first] = earlier;
        if (first)
          report(
            under(late.placed.at, 'notifies'),
            `${quoted(late.placed.step.id)} is due within ${late.due} and stands behind ${quoted(first.placed.step.id)}, which has ${first.due}`,
            'put the notice with the shortest deadline first, or let them go out side by side',
          );
      }
    }
  },
};

interface Notice {
  readonly placed: PlacedStep;
  readonly due: string;
}

/** A step that tells somebody during the incident, with the shortest deadline that it has to meet. */
function noticeOf(book: Book, placed: PlacedStep): Notice | undefined {
  const { step } = placed;
  if (step.role_of_step === 'recover' || step.role_of_step === 'review') return undefined;
  const bounds = [
    step.within?.by ?? [],
    ...(step.notifies ?? []).map((audience) => deadlineOf(book, audience) ?? []),
  ];
  const [due] = bounds.flat().sort((a, b) => secondsOf(a) - secondsOf(b));
  return due === undefined || step.notifies === undefined ? undefined : { placed, due };
}
