import type { Book } from '../../model/book.ts';
import { signed } from '../../model/events.ts';
import type { RequiredEvidence } from '../../model/generated/types.ts';
import { splitIncident } from '../incident-name.ts';
import { signedFor } from '../lower/invariants/occurrences.ts';
import { eventsOf } from '../lower/invariants/register.ts';
import type { TraceRecord } from '../run/trace.ts';
import { evidenceClause } from '../sentences/condition-clause.ts';

/** What an invariant asks for before an event and had not happened by this record, a clause each; none for any other promise. */
export function unmetBefore(
  book: Book,
  promise: string,
  records: readonly TraceRecord[],
  until: number,
): string[] {
  const { incident, name } = splitIncident(promise);
  const { before, require = [] } = book.invariants.get(name.replace(/^invariant\//, '')) ?? {};
  if (before === undefined) return [];
  const earlier = records.filter(
    (record) => record.seq < until && (record.incident === undefined || record.incident === incident),
  );
  const runbooks = [...book.runbooks.values()];
  const times = (event: string): number => earlier.filter((record) => record.event === event).length;
  const hasCome = (evidence: RequiredEvidence): boolean =>
    typeof evidence === 'string'
      ? eventsOf({ book, runbooks }, evidence).some((event) => times(event) > 0)
      : signedFor(book, before, evidence.signed).some(
          ({ id }) => times(signed(id, evidence.signed)) >= evidence.count,
        );
  return require.filter((evidence) => !hasCome(evidence)).map((evidence) => evidenceClause(book, evidence));
}
