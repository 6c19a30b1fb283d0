import type { Entity } from '../model/book.ts';
import type { Authority } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { approvalsInWords, rivalStatements } from './authority/approvals.ts';
import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { citedIds, quoted } from './words/sentence.ts';

export const actionNeedsTheSameApprovalsEverywhere: Rule = {
  id: 'action-needs-the-same-approvals-everywhere',
  summary: 'Every statement about one action asks for the same approvals.',
  why: `
    Where two places of a playbook ask for different approvals, the fast reader follows the shorter list, and the action
    is carried out without somebody whom the other place relies on. Afterwards both sides are right.
    Decide which approvals hold. If each place means a case of its own, let one procedure choose between them by
    conditions that exclude each other, or give the actions different names.
  `,
  good: [
    `
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], source: {section: "1"}}
  sell-fast: {title: Sell fast, action: sell, approvals: [{role: lead}], source: {section: "2"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  bad: [
    `
kind: groups
groups:
  owners: {title: Owners, of: 3, at_least: 2, source: {section: "1"}}
---
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}, {group: owners, at_least: 2}]
    source: {section: "1"}
  sell-in-danger: {title: Sell in danger, action: sell, approvals: [{role: lead}], source: {section: "2"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    for (const [action, statements] of rivalStatements(book)) {
      const ways = groupsBy(statements, approvalsInWords);
      if (ways.size < 2) continue;
      report(
        under((statements[0] as Entity<Authority>).at, 'approvals'),
        `${quoted(action)} is approved in ${ways.size} ways: ${inWords(ways)}`,
        'decide which one holds, or which condition calls for which',
      );
    }
  },
};

const inWords = (ways: ReadonlyMap<string, readonly Entity<Authority>[]>) =>
  [...ways].map(([way, places]) => `${way} in ${citedIds(places)}`).join('; ');
