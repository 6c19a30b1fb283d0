import type { Book } from '../model/book.ts';
import { type At, under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import { isOnePersonBook } from './people/actors.ts';
import { allSteps, stepName } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const nobodyChecksHisOwnWork: Rule = {
  id: 'nobody-checks-his-own-work',
  summary: 'Whoever does something is not the one who reviews or confirms it.',
  why: `
    A review is worth the second pair of eyes. Where one role sends and reviews the message, or takes the step
    and concurs with it, the word review stays in the document and the check is gone.
    Name another role for one of the two sides, or say openly that nobody checks it.
  `,
  good: [
    `
kind: roles
people: {cara: {title: Lawyer}, dan: {title: Second lawyer}}
roles: {lawyer: {title: Lawyer, held_by: cara, source: {section: "1"}}}
contacts: {lawyer: {primary: cara, backup: dan, methods: [call], source: {section: "1"}}}
---
kind: communications
audiences: {tenants: {title: Tenants}}
messages:
  notice: {audience: tenants, by: lead, reviewed_by: lawyer, source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: communications
audiences: {tenants: {title: Tenants}}
messages:
  notice: {audience: tenants, by: lead, reviewed_by: lead, source: {section: "1"}}
`,
    `
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead, as: review}]
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    if (isOnePersonBook(book)) return;
    const own = [...ownReviews(book), ...ownConfirmations(book)];
    for (const [, hits] of groupsBy(own, ({ role, verb }) => `${role} ${verb}`)) {
      const [{ role, verb, at }] = hits;
      report(
        at,
        `${quoted(role)} ${verb} what it does itself: ${few(hits.map(({ what }) => what))}`,
        'name another role for one of the two sides, or say that nobody checks it',
        `${role} ${verb}`,
      );
    }
  },
};

const VERBS = { review: 'reviews', concurrence: 'concurs with', confirmation: 'confirms' } as const;

interface OwnCheck {
  readonly role: string;
  readonly verb: (typeof VERBS)[keyof typeof VERBS];
  readonly what: string;
  readonly at: At;
}

const ownReviews = (book: Book): OwnCheck[] =>
  [...book.messages.values()].flatMap(({ id, by, reviewed_by, at }) =>
    by === undefined || by !== reviewed_by
      ? []
      : { role: by, verb: 'reviews', what: id, at: under(at, 'reviewed_by') },
  );

const ownConfirmations = (book: Book): OwnCheck[] =>
  allSteps(book).flatMap((placed) => {
    const { step, at } = placed;
    const approvals = book.authorities.get(step.authority ?? '')?.approvals ?? [];
    const own = approvals.filter(({ as = 'approval', role }) => as !== 'approval' && role === step.by);
    return own.map(({ as }) => ({
      role: step.by,
      verb: VERBS[as as keyof typeof VERBS],
      what: stepName(placed),
      at: under(at, 'authority'),
    }));
  });
