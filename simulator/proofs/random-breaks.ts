import { array, check, nat, property } from 'fast-check';
import type { Book } from '../../model/book.ts';
import { parseInstant } from '../../model/calendar.ts';
import { DECLARED } from '../../model/events.ts';
import { type Beginning, beginningsOf } from '../campaign/beginnings.ts';
import { HIGHEST_MARK, type TapeAnswer, tapeChooser } from '../choose/tape.ts';
import type { ActedOut } from '../explore/story/act-out.ts';
import type { StoryMove } from '../explore/story/story.ts';
import type { Machine, Promised } from '../kernel/machine.ts';
import { lowerIncident } from '../lower/incident.ts';
import { type Run, run } from '../run/run.ts';
import type { TraceRecord } from '../run/trace.ts';
import { rank } from './standing.ts';

/** What random incidents of one runbook are asked for. */
export interface RandomOptions {
  readonly runbook: string;
  readonly runs: number;
  readonly seed: number;
  readonly starts: string;
  /** Names of promises; absent: all. */
  readonly promises?: readonly string[];
}

/** A promise that broke with no more people late than it must survive, shrunk to the calmest run that was found. */
export interface RandomBreak {
  readonly promise: Promised;
  readonly acted: ActedOut;
  /** With the seed it leads fast-check to this very run. */
  readonly path: string;
  readonly shrinks: number;
}

export interface RandomOutcome {
  readonly machine: Machine;
  readonly breaks: readonly RandomBreak[];
  /** Promises that some run called on. */
  readonly called: readonly string[];
}

/** Longer tapes are calm at their end. */
const LONGEST_TAPE = 160;
const HORIZON = 40 * 86_400;
/** How an incident begins takes two marks: there may be more ways than marks. */
const MARKS = HIGHEST_MARK + 1;

/** Random incidents, and for each promise that breaks in one of them the calmest such run. Pure: the same seed, the same breaks. */
export function randomBreaks(book: Book, options: RandomOptions): RandomOutcome {
  const { runbook, runs, seed, starts, promises } = options;
  const machine = lowerIncident(book, { runbook, grain: 1 });
  const beginnings = beginningsOf(book, runbook);
  const asked = new Map(
    machine.promises.filter(({ name }) => promises?.includes(name) ?? true).map((each) => [each.name, each]),
  );
  const called = new Set<string>();
  const play = (tape: readonly number[], horizon = HORIZON) =>
    played(book, machine, beginnings, starts, tape, horizon);
  const breaks: RandomBreak[] = [];
  if (beginnings.length === 0) return { machine, breaks, called: [] };
  for (;;) {
    const holds = property(array(nat(HIGHEST_MARK), { maxLength: LONGEST_TAPE }), (tape) => {
      const { records } = play(tape).run;
      for (const { kind, event } of records) if (kind === 'promise-opened') called.add(event);
      return breakIn(records, asked) === undefined;
    });
    const found = check(holds, { numRuns: runs, seed });
    const [tape] = found.counterexample ?? [];
    if (!found.failed || tape === undefined) return { machine, breaks, called: [...called] };
    const broken = breakIn(play(tape).run.records, asked) as TraceRecord;
    const promise = asked.get(broken.event) as Promised;
    asked.delete(broken.event);
    breaks.push({
      promise,
      acted: actedOut(play(tape, broken.t + 1), broken, starts),
      path: found.counterexamplePath ?? '',
      shrinks: found.numShrinks,
    });
  }
}

/** The first promise that breaks with no more people late than it must survive. */
function breakIn(
  records: readonly TraceRecord[],
  asked: ReadonlyMap<string, Promised>,
): TraceRecord | undefined {
  const late = new Set<string>();
  for (const record of records) {
    if (record.kind === 'failed' && record.by !== undefined) late.add(record.by);
    const promise = record.kind === 'promise-violated' ? asked.get(record.event) : undefined;
    if (promise && late.size <= rank(promise.tolerate)) return record;
  }
  return undefined;
}

interface Played {
  readonly run: Run;
  readonly answers: readonly TapeAnswer[];
  readonly injects: readonly StoryMove[];
}

/** Nature moves what a facilitator could bring in. */
const INJECTED = /^(signal|declare|fact|capability)\//;

function played(
  book: Book,
  machine: Machine,
  beginnings: readonly Beginning[],
  starts: string,
  [high = 0, low = 0, ...tape]: readonly number[],
  horizon: number,
): Played {
  const begins = beginnings[(low + MARKS * high) % beginnings.length] as Beginning;
  const chooser = tapeChooser(tape, {
    begins,
    from: DECLARED,
    mayHappen: ({ name }) => INJECTED.test(name),
  });
  const injects: StoryMove[] = [];
  const calendar = { starts: parseInstant(starts), business: book.manifest.calendar };
  const told = run(machine, chooser, {
    until: 'drained',
    horizon,
    calendar,
    observer: {
      moves: ({ site, owner, alternatives, text }, alternative, t) => {
        if (owner.kind === 'nature' && alternative !== undefined)
          injects.push({
            t,
            site,
            window: undefined,
            alternative: alternatives[alternative]?.name,
            owner: 'nature',
            text,
          });
      },
      consequence: () => {},
      passes: () => {},
    },
  });
  return { run: told, answers: chooser.answers(), injects };
}

/** The run to one second after the break, as a story that can be written down as a drill which ends there. */
function actedOut({ run: told, answers, injects }: Played, broken: TraceRecord, starts: string): ActedOut {
  const failed = told.records.filter(({ kind, seq }) => kind === 'failed' && seq < broken.seq);
  return {
    run: told,
    broke: broken.t,
    failed: [...new Set(failed.flatMap(({ by }) => by ?? []))],
    answers,
    others: 'earliest',
    injects,
    starts,
  };
}
