import type { Condition, SeverityRule } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { listed } from './words/sentence.ts';

export const severityIsAlwaysDecided: Rule = {
  id: 'severity-is-always-decided',
  summary: 'A severity that depends on something says what it is otherwise.',
  why: `
    "P1 if customers feel it" leaves open what it is when they do not. Somebody opens the procedure in that case and has no
    level: nobody is paged and no clock runs.
    Add an \`otherwise\`.
  `,
  good: [
    `
kind: book
facts: {cellar-wet: {text: The cellar is wet.}}
---
kind: runbook
id: flood
title: The cellar is flooded
runs: incident
source: {section: "3"}
triggers: [{text: Water stands in the cellar.}]
severity: {decide: [{if: {facts: [cellar-wet]}, is: P1}], otherwise: P1}
phases: [{id: act, title: Act, order: any, steps: [{id: pump, text: Pump it out., by: lead}]}]
---
kind: exercises
exercises: {leak-by-night: {runbooks: [leak, drip, flood]}}
`,
  ],
  bad: [
    `
kind: book
facts: {cellar-wet: {text: The cellar is wet.}}
---
kind: runbook
id: flood
title: The cellar is flooded
runs: incident
source: {section: "3"}
triggers: [{text: Water stands in the cellar.}]
severity: {decide: [{if: {facts: [cellar-wet]}, is: P1}]}
phases: [{id: act, title: Act, order: any, steps: [{id: pump, text: Pump it out., by: lead}]}]
---
kind: exercises
exercises: {leak-by-night: {runbooks: [leak, drip, flood]}}
`,
  ],
  check(book, report) {
    for (const { id, at, runs, severity } of book.runbooks.values()) {
      if (runs !== 'incident') continue;
      if (!severity)
        report(at, `\`${id}\` says nowhere how severe it is`, 'give it a severity, or say who decides');
      else if (isOpen(severity))
        report(
          under(at, 'severity', 'decide'),
          `\`${id}\` is ${listed(severity.decide?.map(({ is }) => `${is}`) ?? [], 'or')} under a condition, and nothing says what it is otherwise`,
          'write `otherwise`',
        );
    }
  },
};

/** No level is given for some state of the world. */
function isOpen({ always, otherwise, decide = [] }: SeverityRule): boolean {
  if ((always ?? otherwise) !== undefined || decide.length === 0) return false;
  return !decide.some(({ if: one }) => decide.some(({ if: other }) => areOpposites(one, other)));
}

/** `if it is so` and `if it is not so`, and nothing else. */
const areOpposites = (one: Condition, other: Condition): boolean =>
  Object.keys(one).join() === 'facts' &&
  Object.keys(other).join() === 'without' &&
  one.facts?.length === 1 &&
  one.facts.join() === other.without?.join();
