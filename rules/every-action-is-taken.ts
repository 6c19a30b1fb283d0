import type { Book, Entity } from '../model/book.ts';
import { isDeclaration, requestedAuthorities } from '../model/free-authorities.ts';
import type { Authority } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { citedAfter, quoted } from './words/sentence.ts';

export const everyActionIsTaken: Rule = {
  id: 'every-action-is-taken',
  summary: 'Some procedure or message takes every action that needs an authority.',
  why: `
    A table of decisions names actions that nobody finds in any procedure. On the night on which one is needed, who may
    decide is known, and how it is done, in which order and with which safeguards is not.
    Write the step that takes the action, or take the decision out of the table.
  `,
  good: [
    `
kind: authorities
authorities:
  shut-off: {title: Shut the water off, action: shut-off, approvals: [{role: lead}], source: {section: "6"}}
  shut-off-by-night: {title: Shut it off by night, action: shut-off, approvals: [{role: lead}], source: {section: "6"}}
---
kind: runbook
id: drip
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: change-washer, text: Change the washer., by: lead, authority: shut-off, produces: [tap-tight]}]
`,
  ],
  bad: [
    `
kind: authorities
authorities:
  shut-off: {title: Shut the water off, action: shut-off, approvals: [{role: lead}], source: {section: "6"}}
  drain: {title: Drain the boiler, action: drain, approvals: [{role: lead}], source: {section: "6"}}
---
kind: runbook
id: drip
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: change-washer, text: Change the washer., by: lead, authority: shut-off, produces: [tap-tight]}]
`,
  ],
  check(book, report) {
    const taken = actionsTaken(book);
    // Procedures that name no authority at all were not tied to the table yet.
    if (taken.size === 0) return;
    const seen = new Set<string>();
    for (const authority of book.authorities.values()) {
      const { action, title, at, source } = authority;
      if (taken.has(action) || seen.has(action)) continue;
      seen.add(action);
      const others = sameAction(book, authority);
      report(
        under(at, 'action'),
        `"${title}"${citedAfter(source)} has an authority${others.length > 0 ? ` (and ${quoted(others)})` : ''}, and no step or message ever does it`,
        'write the step that takes it, or drop the decision',
      );
    }
  },
};

/** Whoever declares takes the action of declaring; what opens a procedure by its trigger is taken there. */
function actionsTaken(book: Book): Set<string> {
  const triggering = [...book.runbooks.values()].flatMap(({ triggers = [] }) =>
    triggers.flatMap(({ authority }) => authority ?? []),
  );
  const declaring = [...book.authorities.values()].filter((authority) => isDeclaration(book, authority));
  return new Set([
    ...[...requestedAuthorities(book), ...triggering].flatMap((id) => book.authorities.get(id)?.action ?? []),
    ...declaring.map(({ action }) => action),
  ]);
}

const sameAction = (book: Book, { id, action }: Entity<Authority>): string[] =>
  [...book.authorities.values()].flatMap((other) =>
    other.action === action && other.id !== id ? [other.id] : [],
  );
