import type { Book } from '../../model/book.ts';
import { playOrRefuse } from '../campaign/count-runs.ts';
import { type Chances, incidentsOf } from '../campaign/incidents.ts';
import { type Range, seedOf } from '../campaign/seeds.ts';
import { type Instrumented, instrument } from './instrument.ts';
import { coverageItems } from './items.ts';
import { shownIn } from './shown-in.ts';

/** By name of the item: how many runs show it, and the seed of the first. */
export type Shown = ReadonlyMap<string, { readonly runs: number; readonly seed: number }>;

/** Plays random incidents of a runbook and says which of its items they show. */
export function shownByRandomRuns(
  book: Book,
  runbook: string,
  chances: Chances,
  firstSeed: number,
): (range: Range) => Shown {
  let instrumented: Instrumented | undefined;
  const incidents = incidentsOf(book, runbook, chances, (machine) => {
    instrumented = instrument(machine, coverageItems(book, machine));
    return instrumented.machine;
  });
  const { items, firstEvent } = instrumented as Instrumented;
  return ({ from, to }) => {
    const runs = new Int32Array(items.length);
    const firsts = new Float64Array(items.length);
    const last = new Float64Array(items.length).fill(-1);
    for (let run = from; run < to; run++) {
      const seed = seedOf(firstSeed, run);
      const outcome = playOrRefuse(incidents, seed);
      if ('why' in outcome) continue;
      for (const item of shownIn(outcome, firstEvent)) {
        if (last[item] === run) continue;
        last[item] = run;
        if (runs[item] === 0) firsts[item] = seed;
        runs[item] = (runs[item] as number) + 1;
      }
    }
    return new Map(
      items.flatMap(({ name }, item) =>
        runs[item] === 0 ? [] : [[name, { runs: runs[item] as number, seed: firsts[item] as number }]],
      ),
    );
  };
}
