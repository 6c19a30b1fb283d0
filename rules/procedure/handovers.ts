import type { Book } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';

/** Every runbook that this one hands over to or opens beside itself. */
export const leadsTo = ({ phases, causes }: RunbookDocument): string[] => [
  ...phases.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      [step, ...Object.values(step.outcomes ?? {})].flatMap(({ jump, opens }) =>
        [jump ?? [], opens ?? []].flat(),
      ),
    ),
  ),
  ...Object.values(causes?.values ?? {}).flatMap(({ jump }) => jump ?? []),
];

/** For each runbook those that lead to it. */
export function leadersOf(book: Book): ReadonlyMap<string, readonly string[]> {
  const leaders = new Map<string, string[]>();
  for (const runbook of book.runbooks.values())
    for (const next of leadsTo(runbook)) {
      const before = leaders.get(next);
      if (before) before.push(runbook.id);
      else leaders.set(next, [runbook.id]);
    }
  return leaders;
}
