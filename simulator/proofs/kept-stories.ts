import type { Book, Entity } from '../../model/book.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import { inIncident } from '../incident-name.ts';
import type { Promised } from '../kernel/machine.ts';
import { type BreakLine, breakLines } from '../replay/break-lines.ts';
import { replay } from '../replay/replay.ts';
import { nameOf } from './name-of.ts';

/** A story that a book keeps as a drill, played again: which promise breaks, with whom late, and how. */
export interface KeptStory {
  readonly scenario: Entity<ScenarioDocument>;
  readonly promise: Promised;
  /** People and groups who miss a bound, as they are called. */
  readonly late: readonly string[];
  readonly lines: readonly BreakLine[];
}

/** The stories in `regressions/`, in the order of the book; one that no longer breaks its promise is left to `replay`. */
export function keptStories(book: Book): KeptStory[] {
  return [...book.scenarios.values()]
    .filter(({ at }) => at.file.includes('/regressions/'))
    .flatMap((scenario) => keptStory(book, scenario) ?? []);
}

function keptStory(book: Book, scenario: Entity<ScenarioDocument>): KeptStory | undefined {
  const [about] = scenario.expect.breaks;
  if (!about) return undefined;
  const { run, promises } = replay(book, scenario);
  const name = inIncident(about.incident, about.promise);
  const report = promises.find(({ promise }) => promise.name === name);
  const broken = report?.breaks.at(-1);
  if (!report || !broken) return undefined;
  const failures = run.records.filter(({ kind, seq }) => kind === 'failed' && seq < broken.seq);
  return {
    scenario,
    promise: report.promise,
    late: [...new Set(failures.flatMap(({ by }) => by ?? []))].map((each) => nameOf(book, each)),
    lines: breakLines(report, broken, { book, records: run.records, withFailures: true }),
  };
}
