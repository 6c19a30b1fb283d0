import type { Book } from '../model/book.ts';
import { type At, under } from '../model/position.ts';
import type { Rule } from './rule.ts';

export const quorumCanBeMet: Rule = {
  id: 'quorum-can-be-met',
  summary: 'No decision needs more signatures than its group has seats.',
  why: `
    A threshold above the number of seats can never be reached: the action that waits for it never happens, and the first
    to find out are the people who need it.
    Correct the number of seats or the number of signatures, whichever the source document does not say.
  `,
  good: [
    `
kind: groups
groups:
  owners: {title: Owners, of: 3, at_least: 2, source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: groups
groups:
  owners: {title: Owners, of: 3, at_least: 4, source: {section: "1"}}
`,
    `
kind: groups
groups:
  owners: {title: Owners, of: 3, at_least: 2, source: {section: "1"}}
---
kind: authorities
authorities:
  sell:
    title: Sell the house
    action: sell
    approvals: [{group: owners, at_least: 5}]
    source: {section: "1"}
`,
    `
kind: groups
groups:
  owners: {title: Owners, of: 1, at_least: 1, members: [anna, ben], source: {section: "1"}}
`,
  ],
  check(book, report) {
    for (const { group, signatures, at } of quorums(book)) {
      const seats = book.groups.get(group)?.of as number;
      if (signatures > seats)
        report(
          at,
          `${signatures} signatures of \`${group}\` are asked for, there ${seats === 1 ? 'is 1 seat' : `are ${seats} seats`}`,
        );
    }
    for (const { id, of, members = [], at } of book.groups.values())
      if (members.length > of)
        report(under(at, 'members'), `\`${id}\` names ${members.length} people for ${of} seats`);
  },
};

/** Every place that asks for signatures of a group. */
function quorums(book: Book): { group: string; signatures: number; at: At }[] {
  return [
    ...[...book.groups.values()].map(({ id, at_least, at }) => ({
      group: id,
      signatures: at_least,
      at: under(at, 'at_least'),
    })),
    ...[...book.authorities.values()].flatMap(({ approvals, timelock, at }) => [
      ...approvals.flatMap(({ group, at_least }, index) =>
        group === undefined || at_least === undefined
          ? []
          : [{ group, signatures: at_least, at: under(at, 'approvals', index, 'at_least') }],
      ),
      ...(timelock?.cancel
        ? [
            {
              group: timelock.cancel.group,
              signatures: timelock.cancel.at_least,
              at: under(at, 'timelock', 'cancel', 'at_least'),
            },
          ]
        : []),
    ]),
    ...[...book.invariants.values()].flatMap(({ require = [], at }) =>
      require.flatMap((evidence, index) =>
        typeof evidence === 'string'
          ? []
          : [
              {
                group: evidence.signed,
                signatures: evidence.count,
                at: under(at, 'require', index, 'count'),
              },
            ],
      ),
    ),
  ];
}
