import type { Book, Entity } from '../model/book.ts';
import type { Message } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { speaksOf } from './messages/notices.ts';
import type { Rule } from './rule.ts';
import { listed, quoted } from './words/sentence.ts';

export const automatedMessageNeedsNoReview: Rule = {
  id: 'automated-message-needs-no-review',
  summary: 'No message goes out by itself that somebody has to read, approve or send.',
  why: `
    A machine posts at the first second, a reviewer reads at minute ten. Either the review is skipped in exactly the
    cases for which it was made, or the automation waits and is none.
    Say which cases are automated and which are reviewed, by a condition that both can see.
  `,
  good: [
    `
kind: communications
audiences: {tenants: {title: Tenants, external: true}}
messages:
  notice: {audience: tenants, automated: true, by: lead, source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: roles
people: {cara: {title: Lawyer}, dan: {title: Second lawyer}}
roles: {lawyer: {title: Lawyer, held_by: cara, source: {section: "1"}}}
contacts: {lawyer: {primary: cara, backup: dan, methods: [call], source: {section: "1"}}}
---
kind: communications
audiences: {tenants: {title: Tenants, external: true}}
messages:
  notice: {audience: tenants, automated: true, by: lead, source: {section: "1"}}
rules:
  law-reads: {text: The lawyer reads what leaves the house., external_only: true, reviewed_by: lawyer, source: {section: "1"}}
`,
  ],
  check(book, report) {
    for (const message of book.messages.values()) {
      const checks = message.automated ? checksOf(book, message) : [];
      if (checks.length > 0)
        report(
          under(message.at, 'automated'),
          `${quoted(message.id)} goes out by itself, and ${listed(checks)}`,
          'say which cases are automated and which are reviewed',
        );
    }
  },
};

const checksOf = (
  book: Book,
  { audience, reviewed_by, decided_by, authority }: Entity<Message>,
): string[] => [
  ...(reviewed_by === undefined ? [] : [`${quoted(reviewed_by)} has to review it`]),
  ...(decided_by === undefined ? [] : [`${quoted(decided_by)} has to decide on it`]),
  ...(authority === undefined ? [] : [`${quoted(authority)} has to allow it`]),
  ...[...book.communicationRules.values()]
    .filter((rule) => speaksOf(book, rule, audience))
    .flatMap(({ id, reviewed_by: reviewer }) =>
      reviewer === undefined ? [] : `${quoted(reviewer)} has to review it by ${quoted(id)}`,
    ),
];
