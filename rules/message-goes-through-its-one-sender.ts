import type { Book, Entity } from '../model/book.ts';
import type { CommunicationRule } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import { messagesUnder, speaksOf } from './messages/notices.ts';
import { allSteps, stepName } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const messageGoesThroughItsOneSender: Rule = {
  id: 'message-goes-through-its-one-sender',
  summary:
    'Where one role must send all messages of a kind, no step and no message gives one to another role.',
  why: `
    One voice is worth having because nothing goes past it. If procedures hand some of the messages to other roles, the
    one voice does not know what was said, and each reader follows the sentence that he saw first.
    Give the message to the one sender, or write into the rule who is exempt.
  `,
  good: [
    `
kind: communications
audiences: {tenants: {title: Tenants, external: true}}
rules:
  one-voice: {text: The lead speaks., external_only: true, sent_by: lead, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: tell-tenants, text: Tell the tenants., by: lead, notifies: [tenants]}]}
`,
  ],
  bad: [
    `
kind: roles
people: {cara: {title: Plumber}}
roles: {plumber: {title: Plumber, held_by: cara, source: {section: "1"}}}
contacts: {plumber: {primary: cara, backup: ben, methods: [call], source: {section: "1"}}}
---
kind: communications
audiences: {tenants: {title: Tenants, external: true}}
messages:
  notice: {audience: tenants, by: plumber, source: {section: "1"}}
rules:
  one-voice: {text: The lead speaks., external_only: true, sent_by: lead, source: {section: "1"}}
`,
  ],
  check(book, report) {
    for (const rule of book.communicationRules.values())
      for (const [by, sent] of groupsBy(sentByOthers(book, rule), (other) => other.by))
        report(
          sent[0].at,
          `${quoted(rule.id)} lets only ${quoted(rule.sent_by as string)} send, and ${quoted(by)} speaks to ${quoted(new Set(sent.map(({ audience }) => audience)))} in ${few(sent.map(({ where }) => where))}`,
          'give it to the one sender, or write into the rule who is exempt',
          `${rule.id} ${by}`,
        );
  },
};

interface Sent {
  readonly audience: string;
  readonly by: string;
  readonly where: string;
  readonly at: At;
}

function sentByOthers(book: Book, rule: Entity<CommunicationRule>): Sent[] {
  if (rule.sent_by === undefined || rule.if !== undefined) return [];
  const messages = messagesUnder(book, rule).flatMap(({ id, audience, by, at }) =>
    by === undefined ? [] : { audience, by, where: id, at: under(at, 'by') },
  );
  const steps = allSteps(book).flatMap((placed) =>
    (placed.step.notifies ?? [])
      .filter((audience) => speaksOf(book, rule, audience))
      .map((audience) => ({
        audience,
        by: placed.step.by,
        where: stepName(placed),
        at: under(placed.at, 'by'),
      })),
  );
  return [...messages, ...steps].filter(({ by }) => by !== rule.sent_by);
}
