import type { Book } from '../../model/book.ts';
import type { Condition, RequiredEvidence, StateOrEvent } from '../../model/generated/types.ts';
import { eventClause } from './event-clause.ts';
import { joined, plain, quoted } from './plain.ts';

/** A condition as a clause: `the severity is P0 and nobody commands`. */
export function conditionClause(condition: Condition): string {
  const {
    severity,
    facts = [],
    without = [],
    cause,
    resolved,
    commanded,
    designated = [],
    lost = [],
  } = condition;
  return joined(
    [
      ...(severity ? [`the severity is ${joined(severity, 'or')}`] : []),
      ...facts.map((fact) => `${quoted(plain(fact))} holds`),
      ...without.map((fact) => `${quoted(plain(fact))} does not hold`),
      ...(cause === undefined ? [] : [`the cause is ${quoted(plain(cause))}`]),
      ...(resolved === undefined ? [] : [`the incident is ${resolved ? 'resolved' : 'unresolved'}`]),
      ...(commanded === undefined ? [] : [`${commanded ? 'somebody' : 'nobody'} commands`]),
      ...designated.map((role) => `${quoted(plain(role))} is held`),
      ...lost.map((capability) => `${quoted(plain(capability))} is lost`),
    ],
    'and',
  );
}

export const stateClause = (book: Book, state: StateOrEvent): string =>
  typeof state === 'string' ? eventClause(book, state) : conditionClause(state);

export const evidenceClause = (book: Book, evidence: RequiredEvidence): string =>
  typeof evidence === 'string'
    ? eventClause(book, evidence)
    : `${evidence.count} of ${book.groups.get(evidence.signed)?.title ?? plain(evidence.signed)} sign`;
