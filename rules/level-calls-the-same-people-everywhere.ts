import type { Book } from '../model/book.ts';
import type { Source } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import { membersOf } from './people/actors.ts';
import type { Rule } from './rule.ts';
import { citedAfter, quoted } from './words/sentence.ts';

export const levelCallsTheSamePeopleEverywhere: Rule = {
  id: 'level-calls-the-same-people-everywhere',
  summary: 'Whom the scale and the war room call at a level, the paging policy of that level pages.',
  why: `
    Three tables say whom a level brings together: the scale, the war room and the policy that sends the pages. Only the last
    one wakes anybody. A role that the others name and the policy leaves out is expected, and asleep.
    Let the policy page the role, or take the role out of the other table.
  `,
  good: [
    `
kind: severities
levels: {P1: {involves: [lead]}}
`,
  ],
  bad: [
    `
kind: roles
roles: {plumber: {title: Plumber, held_by: ben, source: {section: "1"}}}
contacts: {plumber: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: severities
levels: {P1: {involves: [lead, plumber]}}
`,
    `
kind: roles
roles: {plumber: {title: Plumber, held_by: ben, source: {section: "1"}}}
contacts: {plumber: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: command
commander: lead
war_room:
  levels: [P1]
  page: [lead, plumber]
  channel: call
  open: {by: lead}
  join: {who: [lead], within: {by: 30m, from: declared}}
  source: {section: "2"}
`,
  ],
  check(book, report) {
    for (const { level, where, people, source, at } of callsOf(book)) {
      const policies = [...book.policies.values()].filter(({ severity }) => severity === level);
      const paged = membersOf(
        book,
        policies.flatMap(({ page }) => page),
      );
      const asleep = membersOf(book, people).filter((one) => !paged.includes(one));
      const [policy] = policies;
      if (policy && asleep.length > 0)
        report(
          at,
          `at ${level} ${where}${citedAfter(source)} calls ${quoted(asleep)}, whom the policy \`${policy.id}\`${citedAfter(policy.source)} does not page`,
          `let ${level} page ${quoted(asleep)}, or take the role out here`,
          level,
        );
    }
  },
};

interface Call {
  readonly level: string;
  readonly where: string;
  readonly people: readonly string[];
  readonly source: Source | undefined;
  readonly at: At;
}

function callsOf(book: Book): Call[] {
  const { warRoom, severities } = book;
  const scale = [...severities.values()].flatMap(({ id, involves, source, at }) =>
    involves ? { level: id, where: 'the scale', people: involves, source, at: under(at, 'involves') } : [],
  );
  const room = (warRoom?.levels ?? []).flatMap((level) =>
    warRoom
      ? {
          level,
          where: 'the war room',
          people: warRoom.page,
          source: warRoom.source,
          at: under(warRoom.at, 'page'),
        }
      : [],
  );
  return [...scale, ...room];
}
