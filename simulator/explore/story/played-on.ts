import type { Book } from '../../../model/book.ts';
import type { Promised } from '../../kernel/machine.ts';
import type { IncidentSeed } from '../../lower/incident.ts';
import { replay } from '../../replay/replay.ts';
import type { Way } from '../longest.ts';
import type { ActedOut } from './act-out.ts';
import { scenarioOf } from './scenario-of.ts';

/** A run of a story is played until what was awaited comes; whatever the story says nothing of goes on as in it. */
export function playedOn(
  book: Book,
  incidents: readonly IncidentSeed[],
  promise: Promised,
  acted: ActedOut,
  bound: number,
): Way {
  const named = { id: 'longest', title: promise.name, briefing: promise.text, because: 'it takes long' };
  const scenario = scenarioOf(acted, { ...named, incidents, promise: promise.name, starts: acted.starts });
  const { run } = replay(book, { ...scenario, ends: 'drained', at: { file: 'longest.yaml', path: [] } });
  const awaited = promise.expects.map((index) => acted.run.machine.events[index]?.name);
  const came = run.records.find(({ event, t }) => t > acted.broke && awaited.includes(event));
  return { records: run.records, from: acted.broke - bound, came };
}
