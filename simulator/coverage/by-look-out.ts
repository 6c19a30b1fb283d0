import type { Book } from '../../model/book.ts';
import { beginningsOf } from '../campaign/beginnings.ts';
import { incidentOf } from '../explore/assumptions.ts';
import { CHANCES, chances } from '../explore/sightings/chances.ts';
import { randomRuns } from '../explore/sightings/random-runs.ts';
import { lowerIncident } from '../lower/incident.ts';
import { instrument } from './instrument.ts';
import { coverageItems } from './items.ts';
import { shownIn } from './shown-in.ts';

/** A run takes some 50 µs, a search in vain some 20 s. */
const RUNS = 1_000_000;

/** Runs that showed nothing new for so long are not going to. */
const PATIENCE = 200_000;

const MINUTE = 60;
const HOUR = 3600;

/** Somebody goes on where three before him fell out one after the other: hardly any run of a proof shows it. */
const FALLING_OUT = [
  chances(10, 5, 4 * HOUR, 60, 20),
  chances(12, 25, 30 * MINUTE, 40, 30),
  chances(15, 60, 30 * MINUTE, 30, 30),
  chances(20, 30, 5 * MINUTE, 40, 40),
  chances(20, 30, 4 * HOUR, 40, 40),
];
const KINDS = [...CHANCES, ...FALLING_OUT, ...FALLING_OUT];

/**
 * Which of these items random runs show in which outages come and go, people fall out, and most times are at an end of their
 * window. What they show can happen and need not be searched for.
 */
export function shownByLookOut(book: Book, runbook: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const whole = lowerIncident(book, { runbook, grain: 1 });
  const items = coverageItems(book, whole).filter(({ name }) => names.has(name));
  const { machine, firstEvent } = instrument(whole, items);
  const incident = incidentOf(machine, { id: undefined, runbook });
  const shown = new Set<string>();
  let quiet = 0;
  for (const { outcome } of randomRuns(incident, beginningsOf(book, runbook), RUNS, KINDS)) {
    const before = shown.size;
    if (outcome) for (const item of shownIn(outcome, firstEvent)) shown.add(items[item]?.name as string);
    quiet = shown.size > before ? 0 : quiet + 1;
    if (shown.size === items.length || quiet > PATIENCE) break;
  }
  return shown;
}
