import type { Book, Entity } from '../model/book.ts';
import type { Authority } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import { rolesOf } from './authority/approvals.ts';
import { distinctPeople } from './authority/matching.ts';
import { groupsBy } from './findings/groups-by.ts';
import { actorsOf } from './people/actors.ts';
import type { Rule } from './rule.ts';
import { counted, few, quoted } from './words/sentence.ts';

export const approvalsComeFromDifferentPeople: Rule = {
  id: 'approvals-come-from-different-people',
  summary: 'No person can give two of the approvals that one action asks for, not even as a backup.',
  why: `
    Two approvals are two pairs of eyes. Once backups step in, both roles may be the same human, who then agrees with
    himself: on paper two roles signed. It happens on the night when somebody is unreachable, which is when it matters.
    Give one of the roles another backup, or write \`distinct_people: true\` on the authority and say who approves
    when only one person is left.
  `,
  good: [
    `
kind: roles
people: {cara: {title: Lawyer}, dan: {title: Second lawyer}}
roles: {lawyer: {title: Lawyer, held_by: cara, source: {section: "1"}}}
contacts: {lawyer: {primary: cara, backup: dan, methods: [call], source: {section: "1"}}}
---
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}, {role: lawyer}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  bad: [
    `
kind: roles
people: {cara: {title: Lawyer}}
roles: {lawyer: {title: Lawyer, held_by: cara, source: {section: "1"}}}
contacts: {lawyer: {primary: cara, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}, {role: lawyer}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
    `
kind: roles
roles:
  second: {title: Second lead, held_by: ben, source: {section: "1"}}
  third: {title: Third lead, held_by: anna, source: {section: "1"}}
contacts:
  second: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}
  third: {primary: anna, backup: ben, methods: [call], source: {section: "1"}}
---
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}, {role: second}, {role: third}]
    distinct_people: true
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    const shared = [...book.authorities.values()].flatMap((authority) => sharedApprovals(book, authority));
    for (const [person, hits] of groupsBy(shared, (hit) => hit.person)) {
      const roles = new Set(hits.flatMap((hit) => hit.roles));
      report(
        placeOf(book, person, roles) ?? hits[0].at,
        `${quoted(person)} may act as ${quoted(roles)} and so give more than one approval of ${few(hits.map(({ authority }) => authority))}`,
        'give one of the roles another backup, or say who approves when only one person is left',
        person,
      );
    }
    for (const authority of book.authorities.values()) reportUnfillable(book, authority, report);
  },
};

interface Shared {
  readonly person: string;
  readonly roles: readonly string[];
  readonly authority: string;
  readonly at: At;
}

/** Who could give two approvals of an authority that does not forbid it. */
function sharedApprovals(book: Book, { id, approvals, distinct_people, at }: Entity<Authority>): Shared[] {
  if (distinct_people) return [];
  const asked = approvals.map(rolesOf);
  const people = new Set(asked.flat().flatMap((role) => [...actorsOf(book, role)]));
  return [...people].flatMap((person) => {
    const given = asked.map((roles) => roles.filter((role) => actorsOf(book, role).has(person)));
    return given.filter((roles) => roles.length > 0).length < 2
      ? []
      : { person, roles: given.flat(), authority: id, at: under(at, 'approvals') };
  });
}

/** Where the contact sheet makes the person stand in for one of the roles. */
function placeOf(book: Book, person: string, roles: ReadonlySet<string>): At | undefined {
  const row = [...book.contacts.values()].find(({ id, backup }) => roles.has(id) && backup === person);
  return row && under(row.at, 'backup');
}

function reportUnfillable(
  book: Book,
  { id, approvals, distinct_people, at }: Entity<Authority>,
  report: Parameters<Rule['check']>[1],
): void {
  const places = approvals
    .map(rolesOf)
    .filter((roles) => roles.length > 0)
    .map((roles) => new Set(roles.flatMap((role) => [...actorsOf(book, role)])));
  const people = distinctPeople(places);
  if (distinct_people && people < places.length)
    report(
      under(at, 'approvals'),
      `${quoted(id)} needs ${places.length} different people, and its roles have ${counted(people, 'person', 'people')}`,
      'name somebody else for one of the roles',
      'too few',
    );
}
