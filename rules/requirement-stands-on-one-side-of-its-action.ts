import { under } from '../model/position.ts';
import { authoritiesByAction } from './authority/approvals.ts';
import type { Rule } from './rule.ts';
import { citedIds, quoted } from './words/sentence.ts';

export const requirementStandsOnOneSideOfItsAction: Rule = {
  id: 'requirement-stands-on-one-side-of-its-action',
  summary: 'What one place demands before an action, no other place demands only after it.',
  why: `
    A check before an action stops a bad one; the same check afterwards only tells what went wrong. Where two places
    disagree, the signer waits for a result that nobody will produce before he signs, or signs without the result that the
    other place promised.
    Decide on which side of the action the requirement stands.
  `,
  good: [
    `
kind: book
facts: {audited: {text: The sale was audited.}}
---
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], requires: [audited], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  bad: [
    `
kind: book
facts: {audited: {text: The sale was audited.}}
---
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], requires: [audited], source: {section: "1"}}
  sell-wet:
    title: Sell a wet house
    action: sell
    approvals: [{role: lead}]
    after: [{require: audited}]
    source: {section: "2"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    for (const [action, authorities] of authoritiesByAction(book)) {
      const demands = authorities.flatMap(({ id, source, at, after = [] }) =>
        after.map(({ require }, index) => ({
          id,
          source,
          fact: require,
          at: under(at, 'after', index, 'require'),
        })),
      );
      for (const fact of new Set(demands.map((demand) => demand.fact))) {
        const before = authorities.filter(({ requires = [] }) => requires.includes(fact));
        const afterwards = demands.filter((demand) => demand.fact === fact);
        if (before.length === 0) continue;
        report(
          (afterwards[0] as (typeof demands)[number]).at,
          `${quoted(fact)} must follow ${quoted(action)} in ${citedIds(afterwards)}, and come before it in ${citedIds(before)}`,
          'decide on which side of the action it stands',
        );
      }
    }
  },
};
