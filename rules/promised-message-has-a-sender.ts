import { allSteps } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const promisedMessageHasASender: Rule = {
  id: 'promised-message-has-a-sender',
  summary: 'Every message that is promised has a role that sends it, or a step that does.',
  why: `
    A table of audiences and deadlines looks like a plan. Without a sender it is a wish: each of the people in the room
    thinks that another does it, and the audience reads about the incident elsewhere.
    Write \`by\` with a role, or a step that notifies the audience.
  `,
  good: [
    `
kind: communications
audiences: {tenants: {title: Tenants}}
messages:
  notice: {audience: tenants, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: tell-tenants, text: Tell the tenants., by: lead, notifies: [tenants]}]}
`,
  ],
  bad: [
    `
kind: communications
audiences: {tenants: {title: Tenants}}
messages:
  notice: {audience: tenants, source: {section: "1"}}
`,
  ],
  check(book, report) {
    const told = new Set([
      ...allSteps(book).flatMap(({ step }) => step.notifies ?? []),
      ...[...book.authorities.values()].flatMap(({ notifies = [] }) => notifies),
    ]);
    for (const { id, at, by, audience } of book.messages.values())
      if (by === undefined && !told.has(audience))
        report(
          at,
          `${quoted(id)} is promised to ${quoted(audience)}, and neither a role nor a step sends it`,
          'write `by` with a role, or a step that notifies the audience',
        );
  },
};
