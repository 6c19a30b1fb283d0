import type { BookTables } from './book.ts';

/** Every fact that something in the book can make true: the world, a monitor, a runbook, a step or an authority. */
export function bookFacts(book: BookTables): ReadonlySet<string> {
  const runbooks = [...book.runbooks.values()];
  const steps = runbooks.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps));
  const thresholds = [...book.monitors.values()].flatMap((monitor) => Object.values(monitor.thresholds));
  return new Set([
    ...book.facts.keys(),
    ...thresholds.flatMap(({ sets = [] }) => sets),
    ...runbooks.flatMap(({ gives = [] }) => gives),
    ...steps.flatMap(({ produces = [] }) => produces),
    ...steps.flatMap(({ outcomes = {} }) => Object.values(outcomes).flatMap(({ produces = [] }) => produces)),
    ...[...book.authorities.values()].flatMap(({ produces = [] }) => produces),
  ]);
}
