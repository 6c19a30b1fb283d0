import { under } from '../model/position.ts';
import { stepName } from './procedure/all-steps.ts';
import { lossesOf, needs, stepsDuringLoss } from './procedure/losses.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const approvedActionCanBeCarriedOut: Rule = {
  id: 'approved-action-can-be-carried-out',
  summary: 'No authorised action needs what the incident itself takes away.',
  why: `
    The approvals arrive in time, the signers are awake, and the action cannot be sent because the line it needs is what
    broke. A containment that works only while nothing else fails is no containment in the incident that takes the line.
    Write the way that does not need it, or what contains the damage until it is back.
  `,
  good: [
    `
kind: book
capabilities: {phone: {text: Calls go through.}, door: {text: The door opens.}}
---
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: shout, text: Shout for help., by: lead, if: {lost: [phone]}}
      - {id: sell-it, text: Sell the house., by: lead, authority: sell, needs: [door]}
`,
  ],
  bad: [
    `
kind: book
capabilities: {phone: {text: Calls go through.}}
---
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: shout, text: Shout for help., by: lead, if: {lost: [phone]}}
      - {id: sell-it, text: Sell the house., by: lead, authority: sell, needs: [phone]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values())
      for (const capability of lossesOf(book, runbook)) {
        const stuck = stepsDuringLoss(book, runbook, capability).filter(
          (placed) => placed.step.authority !== undefined && needs(book, placed, capability),
        );
        if (stuck.length > 0)
          report(
            under(runbook.at, 'id'),
            `${quoted(runbook.id)} is the incident without ${quoted(capability)}, and ${few(stuck.map(stepName))} cannot be carried out without it, whoever approves`,
            'write the way that does not need it, or what contains the damage until it is back',
            capability,
          );
      }
  },
};
