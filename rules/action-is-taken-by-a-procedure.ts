import type { Book, Entity } from '../model/book.ts';
import type { Authority } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { groupsBy } from './reading/groups-by.ts';
import { few, quoted } from './reading/sentence.ts';
import { allSteps } from './reading/steps.ts';
import type { Rule } from './rule.ts';

export const actionIsTakenByAProcedure: Rule = {
  id: 'action-is-taken-by-a-procedure',
  summary: 'Every action that somebody may authorise is carried out by some procedure.',
  why: `
    An authority says who may decide. If no procedure ever reaches the decision, nobody has written how the action is
    carried out: on the day it is wanted, the approvals come fast and then nothing follows.
    Write the step that takes it, or strike the action from the table.
  `,
  good: [
    `
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  bad: [
    `
kind: authorities
authorities:
  sell: {title: Sell, action: sell, approvals: [{role: lead}], source: {section: "1"}}
`,
  ],
  check(book, report) {
    const taken = takenAuthorities(book);
    for (const [action, authorities] of groupsBy(
      book.authorities.values(),
      (authority) => authority.action,
    )) {
      if (authorities.some((authority) => taken.has(authority.id) || isTheDeclaration(book, authority)))
        continue;
      const [{ id, at }] = authorities;
      report(
        under(at, 'action'),
        `no step and no message carries out ${quoted(action)}, which ${few(authorities.map(({ id }) => id))} may authorise`,
        'write the step that does, or strike the action',
        id,
      );
    }
  },
};

const takenAuthorities = (book: Book): Set<string> =>
  new Set([
    ...allSteps(book).flatMap(({ step }) => step.authority ?? []),
    ...[...book.runbooks.values()].flatMap(({ triggers = [] }) =>
      triggers.flatMap(({ authority }) => authority ?? []),
    ),
    ...[...book.messages.values()].flatMap(({ authority }) => authority ?? []),
    ...[...book.authorities.values()].flatMap(({ timelock }) => timelock?.override ?? []),
  ]);

/** The severity scale has its own construct for who may declare: an authority of the same roles says the same. */
function isTheDeclaration(book: Book, { approvals }: Entity<Authority>): boolean {
  const [only, second] = approvals;
  const declarers = book.declaration?.by;
  if (!declarers || !only?.any_of || second) return false;
  return only.any_of.length === declarers.length && declarers.every((role) => only.any_of?.includes(role));
}
