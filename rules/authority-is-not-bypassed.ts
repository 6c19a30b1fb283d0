import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { allSteps } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const authorityIsNotBypassed: Rule = {
  id: 'authority-is-not-bypassed',
  summary: 'No step brings about by itself what an authority brings about.',
  why: `
    If a result needs approvals in one place and a step reaches it without them in another, the approvals are optional:
    the step is the shorter way, and nobody has to notice that it is one.
    Let the step name the authority, or give its result a name of its own if it is another thing.
  `,
  good: [
    `
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], produces: [sold], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell, produces: [sold]}]}
`,
  ],
  bad: [
    `
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], produces: [sold], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: sell-it, text: Sell the house., by: lead, authority: sell}
      - {id: sell-fast, text: Sell it for cash., by: lead, produces: [sold]}
`,
  ],
  check(book, report) {
    const guarded = guardedFacts(book);
    for (const { step, at } of allSteps(book)) {
      if (step.authority !== undefined) continue;
      for (const property of ['produces', 'clears'] as const)
        for (const [index, fact] of (step[property] ?? []).entries()) {
          const authorities = guarded[property].get(fact);
          if (authorities)
            report(
              under(at, property, index),
              `${quoted(step.id)} ${property} ${quoted(fact)} with nobody's approval, ${quoted(authorities)} does so with approvals`,
              'name the authority, or call the result something else',
            );
        }
    }
  },
};

/** What authorities make true or untrue, and which ones do. */
function guardedFacts(book: Book) {
  const guarded = { produces: new Map<string, string[]>(), clears: new Map<string, string[]>() };
  for (const authority of book.authorities.values())
    for (const property of ['produces', 'clears'] as const)
      for (const fact of authority[property] ?? [])
        guarded[property].set(fact, [...(guarded[property].get(fact) ?? []), authority.id]);
  return guarded;
}
