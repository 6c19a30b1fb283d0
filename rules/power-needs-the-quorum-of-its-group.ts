import type { Book } from '../model/book.ts';
import { type At, under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { listed, quoted } from './words/sentence.ts';

export const powerNeedsTheQuorumOfItsGroup: Rule = {
  id: 'power-needs-the-quorum-of-its-group',
  summary: 'Nothing that a group may do needs fewer signatures than its quorum.',
  why: `
    The quorum is the number of stolen keys that a procedure treats as the limit between a nuisance and a disaster. A power
    that needs fewer makes that limit wrong: thieves who are still called harmless can already use it, for example to
    cancel the very change that would lock them out.
    Raise the number, or say in the procedure for stolen keys what fewer of them can already do.
  `,
  good: [
    `
kind: groups
groups: {owners: {title: Owners, of: 5, at_least: 3, source: {section: "1"}}}
---
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{group: owners, at_least: 3}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  bad: [
    `
kind: groups
groups: {owners: {title: Owners, of: 5, at_least: 3, source: {section: "1"}}}
---
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{group: owners, at_least: 3}]
    timelock: {length: 48h, cancel: {group: owners, at_least: 2}}
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    const small = powers(book).filter(({ group, signatures }) => signatures < quorumOf(book, group));
    for (const [, places] of groupsBy(small, ({ group, signatures }) => `${signatures} of ${group}`)) {
      const [{ group, signatures, at }] = places;
      const quorum = quorumOf(book, group);
      report(
        at,
        `${signatures} of ${quoted(group)} suffice for ${listed(places.map(({ does }) => does))}, while its quorum is ${quorum}: thieves with ${signatures} keys count as below the quorum and can already do it`,
        'raise the number, or say what a compromise below the quorum can already do',
      );
    }
  },
};

const quorumOf = (book: Book, group: string) => book.groups.get(group)?.at_least as number;

interface Power {
  readonly group: string;
  readonly signatures: number;
  readonly does: string;
  readonly at: At;
}

const powers = (book: Book): Power[] =>
  [...book.authorities.values()].flatMap(({ id, approvals, timelock, at }) => [
    ...approvals.flatMap(({ group, at_least }, index) =>
      group === undefined || at_least === undefined
        ? []
        : [{ group, signatures: at_least, does: quoted(id), at: under(at, 'approvals', index, 'at_least') }],
    ),
    ...(timelock?.cancel
      ? [
          {
            group: timelock.cancel.group,
            signatures: timelock.cancel.at_least,
            does: `cancelling ${quoted(id)}`,
            at: under(at, 'timelock', 'cancel', 'at_least'),
          },
        ]
      : []),
  ]);
