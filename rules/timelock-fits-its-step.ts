import { under } from '../model/position.ts';
import { allSteps } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const timelockFitsItsStep: Rule = {
  id: 'timelock-fits-its-step',
  summary: 'Nothing that is called immediate or stops the damage waits for a timelock.',
  why: `
    A step that stops the damage cannot wait two days for a timelock. The people find out when they press the button, with
    the damage running.
    Give the step an authority without a timelock or with an override, or say what contains the incident meanwhile.
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
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell, role_of_step: fix}]}
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
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell, role_of_step: stabilise}]}
`,
    `
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}]
    speed: immediate
    timelock: {length: 48h}
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    for (const { id, at, speed, timelock } of book.authorities.values())
      if (timelock && speed === 'immediate')
        report(
          under(at, 'speed'),
          `${quoted(id)} is called immediate and waits ${timelock.length}`,
          'decide which one holds',
        );
    for (const { step, at } of allSteps(book)) {
      const { id, timelock } = book.authorities.get(step.authority ?? '') ?? {};
      if (timelock && timelock.override === undefined && step.role_of_step === 'stabilise')
        report(
          under(at, 'authority'),
          `${quoted(step.id)} is to stop the damage, and ${quoted(id as string)} waits ${timelock.length} first`,
          'take an authority that does not wait, or say what contains the incident meanwhile',
        );
    }
  },
};
