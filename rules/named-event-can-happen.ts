import type { Rule } from './rule.ts';

export const namedEventCanHappen: Rule = {
  id: 'named-event-can-happen',
  summary: 'Every event that a deadline, a rule or a drill names can happen in this book.',
  why: `
    A clock that starts at an event that never happens never runs, and what must come first and never comes forbids what it
    stands before. Often the line that made it happen was taken out: an approval, a timelock, a takeover.
    Put that line back, or take the event out of the promise.
  `,
  good: [
    `
kind: authorities
authorities:
  shut-off: {title: Shut the water off, action: shut-off, approvals: [{role: lead}], source: {section: "6"}}
---
kind: invariants
invariants:
  - {id: lead-shuts-off, text: The lead shuts the water off., before: executed.shut-off, require: [approved.shut-off.lead], source: {section: "6"}}
`,
  ],
  bad: [
    `
kind: authorities
authorities:
  shut-off: {title: Shut the water off, action: shut-off, approvals: [{role: lead}], source: {section: "6"}}
---
kind: invariants
invariants:
  - {id: shut-off-waits, text: Nobody shuts the water off at once., after: locked.shut-off, not_before: executed.shut-off, delay: 1h, source: {section: "6"}}
`,
  ],
  check(book, report) {
    for (const { event, at } of book.idleEvents)
      report(
        at,
        `nothing in this book makes the event \`${event}\` happen`,
        'write what makes it happen, or name another event',
        event,
      );
  },
};
