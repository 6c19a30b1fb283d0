import type { Book } from '../../model/book.ts';
import { incidentOf } from '../explore/assumptions.ts';
import { decide } from '../explore/refinement/decide.ts';
import type { Decision } from '../explore/refinement/inquiry.ts';
import type { Budget } from '../explore/search/search.ts';
import { startsOf } from '../explore/story/starts.ts';
import { type Subject, subjectOf } from '../explore/subject.ts';
import { type Machine, PROMISE, type Promised, type Variable } from '../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../kernel/moves.ts';
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
  const plain = items.filter((item) => !readsState(item));
  let shared: Subject | undefined;
  const subjectFor = (watched: readonly Item[]): Subject => {
    const machine = withTargets(whole, watched);
    const incident = { id: undefined, runbook };
    const starts = startsOf(machine, ANY_START, book.manifest.calendar);
    return subjectOf(machine, incidentOf(machine, incident), incident, starts);
  };
  return {
    reach: (name) => {
      const item = items.find((each) => each.name === name);
      if (!item) return undefined;
      if (readsState(item))
        return reachOf(() => decide(subjectFor([item]), whole.promises.length, 'broken', budget).kind);
      shared ??= subjectFor(plain);
      const subject = shared;
      const target = whole.promises.length + plain.indexOf(item);
      return reachOf(() => decide(subject, target, 'broken', budget).kind);
    },
  };
}

/**
 * Whether telling the item reads variables. Such an item has a machine of its own: there, what it reads counts as read by the
 * machine, and in the searches for other items it must not.
 */
const readsState = ({ seen }: Item): boolean =>
  seen.some((witness) => witness.op === 'state' || (witness.op === 'move' && witness.if !== undefined));

/** A book whose consequences never come to rest decides nothing: that is a finding of another kind, which `simulate` and `prove` tell. */
function reachOf(look: () => Decision['kind']): Reach {
  try {
    const kind = look();
    return kind === 'found' ? 'reachable' : kind === 'never' ? 'unreachable' : 'unknown';
  } catch (error) {
    if (error instanceof ConsequencesDoNotSettle) return 'unknown';
    throw error;
  }
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
