import type { Book } from '../model/book.ts';
import { type At, under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import { actorsOf } from './people/actors.ts';
import { allSteps } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { few, listed, quoted } from './words/sentence.ts';

export const whoeverIsPagedStandsOnTheContactSheet: Rule = {
  id: 'whoever-is-paged-stands-on-the-contact-sheet',
  summary: 'For everybody who is paged the contact sheet says who that is and how to reach them.',
  why: `
    A page to a name without people behind it is sent to nobody. Groups of signers suffer most: everyone knows that five
    of nine must sign, and nobody has the nine phone numbers at 3am.
    Give the role a row on the contact sheet, and name the members of the group.
  `,
  good: [
    `
kind: groups
groups: {owners: {title: Owners, of: 2, at_least: 1, members: [anna, ben], source: {section: "1"}}}
---
kind: routing
policies:
  urgent: {title: Urgent, severity: P1, channels: [call], page: [lead, owners], source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: groups
groups: {owners: {title: Owners, of: 3, at_least: 2, source: {section: "1"}}}
---
kind: routing
policies:
  urgent: {title: Urgent, severity: P1, channels: [call], page: [lead, owners], source: {section: "1"}}
`,
  ],
  check(book, report) {
    const onSheet = peopleOnTheSheet(book);
    for (const [recipient, places] of groupsBy(pages(book), (page) => page.recipient)) {
      const members = book.teams.get(recipient)?.members ?? [recipient];
      const missing = members.filter((member) => !isListed(book, member, onSheet));
      if (missing.length === 0) continue;
      report(
        places[0].at,
        `${few(new Set(places.map(({ from }) => from)))} can page ${quoted(recipient)}, but the contact sheet does not say who ${listed(missing.map((member) => inWords(book, member)))} ${missing.length === 1 ? 'is' : 'are'}`,
        'give the role a row, name the members of the group',
        recipient,
      );
    }
  },
};

const peopleOnTheSheet = (book: Book): Set<string> =>
  new Set([...book.contacts.values()].flatMap(({ primary, backup }) => [primary, backup ?? []].flat()));

/** A role whose people stand on the sheet, or a group all of whose seats are taken by such people. */
function isListed(book: Book, member: string, listed: ReadonlySet<string>): boolean {
  const group = book.groups.get(member);
  if (!group) return [...actorsOf(book, member)].some((person) => listed.has(person));
  const { of, members = [] } = group;
  return members.length === of && members.every((person) => listed.has(person));
}

function inWords(book: Book, member: string): string {
  const group = book.groups.get(member);
  return group ? `the ${group.of} ${quoted(member)}` : quoted(member);
}

interface Page {
  readonly recipient: string;
  readonly from: string;
  readonly at: At;
}

const pages = (book: Book): Page[] => [
  ...[...book.policies.values()].flatMap(({ id, page, at }) => each(page, id, under(at, 'page'))),
  ...allSteps(book).flatMap(({ step, at }) => each(step.pages ?? [], step.id, under(at, 'pages'))),
];

const each = (recipients: readonly string[], from: string, at: At): Page[] =>
  recipients.map((recipient, index) => ({ recipient, from, at: under(at, index) }));
