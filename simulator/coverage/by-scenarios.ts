import type { Book, Entity } from '../../model/book.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import { playScenario } from '../replay/replay.ts';
import { eventOf, type Instrumented, instrument } from './instrument.ts';
import { coverageItems } from './items.ts';

/** Names of the items that a scenario shows when it is played, in whichever of its incidents. */
export function shownByScenario(book: Book, scenario: Entity<ScenarioDocument>): ReadonlySet<string> {
  let told: Instrumented | undefined;
  const { run } = playScenario(book, scenario, (machine) => {
    told = instrument(machine, coverageItems(book, machine));
    return told.machine;
  });
  const emitted = new Set(run.records.map(({ event }) => event));
  return new Set((told?.items ?? []).flatMap(({ name }) => (emitted.has(eventOf(name)) ? [name] : [])));
}
