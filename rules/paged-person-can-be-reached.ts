import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { membersOf } from './people/actors.ts';
import { inheritedSteps } from './procedure/all-steps.ts';
import { lossesOf } from './procedure/losses.ts';
import { placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const pagedPersonCanBeReached: Rule = {
  id: 'paged-person-can-be-reached',
  summary: 'Nobody is paged only by means that the incident takes away.',
  why: `
    The contact sheet works on the day it is written. In the incident that takes the phones, the mail or the chat away,
    whoever has no other row is alone and does not know that he is needed.
    Add a contact method that does not rest on what the incident takes.
  `,
  good: [
    `
kind: book
capabilities: {phone: {text: Calls go through.}}
---
kind: communications
channels: {call: {title: Call, needs: [phone]}, bell: {title: Door bell}}
---
kind: roles
contacts: {lead: {primary: anna, backup: ben, methods: [call, bell], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: shout, text: Shout for help., by: lead, if: {lost: [phone]}, pages: [lead]}]}
`,
  ],
  bad: [
    `
kind: book
capabilities: {phone: {text: Calls go through.}}
---
kind: communications
channels: {call: {title: Call, needs: [phone]}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: shout, text: Shout for help., by: lead, if: {lost: [phone]}, pages: [lead]}]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values()) {
      const lost = lossesOf(book, runbook);
      if (lost.size === 0) continue;
      const steps = [...placedSteps(runbook), ...inheritedSteps(book, runbook)];
      for (const role of membersOf(
        book,
        steps.flatMap(({ step }) => step.pages ?? []),
      ))
        if (isCutOff(book, role, lost))
          report(
            under(runbook.at, 'id'),
            `${quoted(role)} is paged while ${quoted(lost)} is gone, and every contact method of the role rests on it`,
            'add a contact method that does not',
            role,
          );
    }
  },
};

function isCutOff(book: Book, role: string, lost: ReadonlySet<string>): boolean {
  const methods = book.contacts.get(role)?.methods ?? [];
  return (
    methods.length > 0 &&
    methods.every((method) => book.channels.get(method)?.needs?.some((capability) => lost.has(capability)))
  );
}
