import type { Entity } from '../model/book.ts';
import type { Authority } from '../model/generated/types.ts';
import { rivalStatements } from './authority/approvals.ts';
import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { citedIds, quoted } from './words/sentence.ts';

const AT_ONCE = 'does not wait';

export const actionWaitsEquallyEverywhere: Rule = {
  id: 'action-waits-equally-everywhere',
  summary: 'Every statement about one action gives it the same timelock.',
  why: `
    A timelock is there so that somebody can still say no. A second way to the same action that does not wait takes that
    away; and whoever planned with the fast way loses days when the system enforces the slow one.
    Decide whether the action waits, and who may skip the wait.
  `,
  good: [
    `
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}]
    timelock: {length: 48h}
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  bad: [
    `
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}]
    timelock: {length: 48h}
    source: {section: "1"}
  sell-wet: {title: Sell a wet house, action: sell, approvals: [{role: lead}], source: {section: "2"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    for (const [action, statements] of rivalStatements(book)) {
      const waits = groupsBy(statements, ({ timelock }) => (timelock ? `waits ${timelock.length}` : AT_ONCE));
      if (waits.size > 1)
        report(
          (statements[0] as Entity<Authority>).at,
          `${quoted(action)} ${inWords(waits)}`,
          'decide whether it waits, and who may skip the wait',
          'timelock',
        );
    }
  },
};

const inWords = (waits: ReadonlyMap<string, readonly Entity<Authority>[]>) =>
  [...waits].map(([wait, places]) => `${wait} in ${citedIds(places)}`).join(' and ');
