import type { Book } from '../../model/book.ts';
import { incidentOf } from '../../simulator/explore/assumptions.ts';
import { decide } from '../../simulator/explore/refinement/decide.ts';
import type { Budget } from '../../simulator/explore/search.ts';
import { startsOf } from '../../simulator/explore/starts.ts';
import { subjectOf } from '../../simulator/explore/subject.ts';
import { all, always, any, type Guard, is, not } from '../../simulator/kernel/guard.ts';
import { type Machine, PROMISE } from '../../simulator/kernel/machine.ts';
import { writeByName } from './changed-parts.ts';
import type { Differing } from './machines-watch.ts';

/** When a run begins does not matter to what it can reach. */
const STARTS = '2026-09-16T14:00:00Z';
const WATCH = 'mutation/same-runs';

/**
 * Whether the two machines, which differ in the guards of some moves alone, have the same runs, however many people fail and
 * whatever fails: proved by searching the runs of the first for a state in which some guard and its other version disagree. While
 * there is none, whatever one machine can do next the other can too. What is not decided within the budget is not the same.
 */
export function haveSameRuns(book: Book, { runbook, before, after }: Differing, budget: Budget): boolean {
  const disagree = disagreements(before, after);
  if (!disagree) return false;
  const watched = withWatch(before, disagree);
  const incident = { id: undefined, runbook };
  const starts = startsOf(watched, STARTS, book.manifest.calendar);
  const subject = subjectOf(watched, incidentOf(watched, incident), incident, starts);
  return decide(subject, watched.promises.length - 1, 'broken', budget).kind === 'never';
}

/** One condition for each guard that reads otherwise: the two versions disagree. Undefined where more than guards differs. */
function disagreements(before: Machine, after: Machine): Guard[] | undefined {
  const names = ({ variables }: Machine) => JSON.stringify(variables.map(({ name }) => name).toSorted());
  if (names(before) !== names(after) || bare(before) !== bare(after)) return undefined;
  const places = new Map(before.variables.map(({ name }, index) => [name, index]));
  const translated = (guard: Guard): Guard => renumbered(guard, after, places);
  return [...before.windows.entries(), ...before.consequences.entries()].flatMap(
    ([index, { when }], place) => {
      const list = place < before.windows.length ? after.windows : after.consequences;
      const other = translated((list[index] as { readonly when: Guard }).when);
      if (JSON.stringify(when) === JSON.stringify(other)) return [];
      return [all(when, not(other)), all(other, not(when))];
    },
  );
}

/** All of a machine but the guards of its moves. */
const bare = (machine: Machine): string =>
  writeByName(machine, {
    ...machine,
    variables: machine.variables.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    windows: machine.windows.map((window) => ({ ...window, when: always })),
    consequences: machine.consequences.map((consequence) => ({ ...consequence, when: always })),
  });

function renumbered(guard: Guard, from: Machine, places: ReadonlyMap<string, number>): Guard {
  const inner = (each: Guard): Guard => renumbered(each, from, places);
  switch (guard.op) {
    case 'always':
      return guard;
    case 'is':
    case 'atLeast':
      return { ...guard, variable: places.get(from.variables[guard.variable]?.name ?? '') as number };
    case 'not':
      return not(inner(guard.guard));
    case 'all':
    case 'any':
      return { op: guard.op, guards: guard.guards.map(inner) };
  }
}

/** The watch comes before all that happens by itself, so that it sees every state in between as well. */
function withWatch(machine: Machine, disagree: readonly Guard[]): Machine {
  const variable = machine.variables.length;
  return {
    ...machine,
    variables: [...machine.variables, { name: WATCH, size: 5, initial: PROMISE.idle }],
    consequences: [
      {
        name: WATCH,
        when: all(is(variable, PROMISE.idle), any(...disagree)),
        effects: [{ op: 'set', variable, to: PROMISE.violated }],
      },
      ...machine.consequences,
    ],
    promises: [
      ...machine.promises,
      {
        name: WATCH,
        variable,
        clock: undefined,
        bound: 0,
        businessDays: undefined,
        expects: [],
        atClose: 'excused',
        tolerate: 'any',
        pinned: true,
        text: 'Both machines can do the same next.',
        at: undefined,
      },
    ],
  };
}
