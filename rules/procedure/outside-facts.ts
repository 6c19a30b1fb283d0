import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { grouped } from '../words/grouped.ts';
import { leadersOf, leadsTo } from './handovers.ts';
import { outcomesOf } from './placed-steps.ts';

/** Facts that may come true whatever a runbook does. */
export type Outside = (runbook: Entity<RunbookDocument>) => ReadonlySet<string>;

/** What the world, monitors, controls, raises and other open runbooks can make true beside a runbook. */
export function outsideFacts(book: Book): Outside {
  const everywhere = factsOfTheBook(book);
  const leaders = leadersOf(book);
  const heirs = grouped(book.runbooks.values(), ({ inherits }) => inherits);
  return (runbook) => {
    const near = [
      ...[...(leaders.get(runbook.id) ?? []), ...leadsTo(runbook)].flatMap(
        (id) => book.runbooks.get(id) ?? [],
      ),
      ...(heirs.get(runbook.id) ?? []),
      ...(runbook.inherits === undefined ? [] : [book.runbooks.get(runbook.inherits)]),
    ];
    const others = near.flatMap((other) => (other ? [...(other.gives ?? []), ...factsOf(book, other)] : []));
    return new Set([...everywhere, ...(runbook.gives ?? []), ...others]);
  };
}

const factsOfTheBook = (book: Book): Set<string> =>
  new Set([
    ...book.facts.keys(),
    ...[...book.monitors.values()].flatMap(({ thresholds }) =>
      Object.values(thresholds).flatMap(({ sets }) => sets ?? []),
    ),
    ...[...book.controls.values()].flatMap(({ sets, ends }) => [...(sets ?? []), ...(ends?.sets ?? [])]),
    ...book.raises.flatMap(({ sets }) => sets ?? []),
  ]);

/** Everything that some step of a runbook can make true. */
export const factsOf = (book: Book, { phases }: RunbookDocument): string[] =>
  phases.flatMap(({ steps }) =>
    steps.flatMap((step) => [
      ...(step.produces ?? []),
      ...outcomesOf(step).flatMap(([, { produces }]) => produces ?? []),
      ...((step.authority && book.authorities.get(step.authority)?.produces) || []),
    ]),
  );
