import type { Book } from '../../model/book.ts';
import { incidentOf } from '../explore/assumptions.ts';
import { decide } from '../explore/decide.ts';
import type { Budget } from '../explore/search.ts';
import { startsOf } from '../explore/starts.ts';
import { type Subject, subjectOf } from '../explore/subject.ts';
import { type Machine, PROMISE, type Promised, type Variable } from '../kernel/machine.ts';
import { lowerIncident } from '../lower/incident.ts';
import type { Reach } from './coverage.ts';
import { instrument } from './instrument.ts';
import type { Item } from './item.ts';
import { coverageItems } from './items.ts';

/** Looks through all runs of a runbook's incidents for items: each is a promise that it never happens, to be broken. */
export interface ItemSearch {
  /** undefined: the machine of this runbook has no such item. */
  reach(name: string): Reach | undefined;
}

/** Nothing here depends on the day, except when business hours open: an ordinary Wednesday. */
const ANY_START = '2026-09-16T10:00:00Z';

/** Outages may come and go at any instant, and whoever may fail does: what cannot happen then cannot happen. */
export function itemSearch(
  book: Book,
  runbook: string,
  names: ReadonlySet<string>,
  budget: Budget,
): ItemSearch {
  const whole = lowerIncident(book, { runbook, grain: 1 });
  const items = coverageItems(book, whole).filter(({ name }) => names.has(name));
  const machine = withTargets(whole, items);
  let subject: Subject | undefined;
  return {
    reach: (name) => {
      const target = items.findIndex((item) => item.name === name);
      if (target < 0) return undefined;
      subject ??= subjectOf(
        machine,
        incidentOf(machine, { id: undefined, runbook }),
        { id: undefined, runbook },
        startsOf(machine, ANY_START, book.manifest.calendar),
      );
      const { kind } = decide(subject, whole.promises.length + target, 'broken', budget);
      return kind === 'found' ? 'reachable' : kind === 'never' ? 'unreachable' : 'unknown';
    },
  };
}

/** A check for each item, behind the machine's own promises, that its first sight violates. */
function withTargets(whole: Machine, items: readonly Item[]): Machine {
  const { machine, firstEvent } = instrument(whole, items);
  const first = machine.variables.length;
  return {
    ...machine,
    variables: [
      ...machine.variables,
      ...items.map(
        ({ name }): Variable => ({ name: `promise/never/${name}`, size: 5, initial: PROMISE.idle }),
      ),
    ],
    events: machine.events.map((event, index) =>
      index < firstEvent
        ? event
        : {
            ...event,
            reactions: [{ op: 'set' as const, variable: first + index - firstEvent, to: PROMISE.violated }],
          },
    ),
    promises: [
      ...machine.promises,
      ...items.map(
        ({ name, text, at }, place): Promised => ({
          name: `never/${name}`,
          variable: first + place,
          clock: undefined,
          bound: 0,
          businessDays: undefined,
          expects: [],
          atClose: 'outlives',
          tolerate: 'any',
          pinned: false,
          text,
          at,
        }),
      ),
    ],
  };
}
