import type { Book, Entity } from '../../model/book.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import { playScenario } from '../replay/replay.ts';
import { instrument } from './instrument.ts';
import { coverageItems } from './items.ts';

/** Names of the items that a scenario shows when it is played. */
export function shownByScenario(book: Book, scenario: Entity<ScenarioDocument>): ReadonlySet<string> {
  const shown = new Set<string>();
  const { records } = playScenario(book, scenario, (machine) => {
    const instrumented = instrument(machine, coverageItems(book, machine));
    return instrumented.machine;
  }).run;
  for (const { event } of records) if (event.startsWith('cover/')) shown.add(event.slice('cover/'.length));
  return shown;
}
