import type { Book } from '../../model/book.ts';
import type { Outcome } from '../compiled/simulate.ts';
import { indexOf, PROMISE_BITS, TAG, tagOf } from '../compiled/trace-codes.ts';
import { PROMISE } from '../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../kernel/moves.ts';
import { type HowEnded, InstantDoesNotEnd } from '../run/run.ts';
import type { Incidents } from './incidents.ts';
import { type Range, seedOf } from './seeds.ts';
import type { Breaking, Refusal, RunbookTally } from './tally.ts';

/** What the promises of one run came to; reused from run to run. */
interface Sheet {
  /** The last value of each promise, idle if it was never called. */
  readonly last: Int8Array;
  /** How many were late before its first break, or -1. */
  readonly late: Int16Array;
  events: number;
}

interface Counts {
  readonly called: Int32Array;
  readonly kept: Int32Array;
  readonly broken: Int32Array;
  readonly excused: Int32Array;
  readonly open: Int32Array;
  readonly firstBreak: (Breaking | null)[];
  readonly cheapestBreak: (Breaking | null)[];
}

/** Plays the runs of a range and counts what became of each promise; whoever joins ranges in order gets the same as at once. */
export function countRuns(
  book: Book,
  runbook: string,
  incidents: Incidents,
  firstSeed: number,
  { from, to }: Range,
): RunbookTally {
  const { promises } = incidents.machine;
  const sheet: Sheet = {
    last: new Int8Array(promises.length),
    late: new Int16Array(promises.length),
    events: 0,
  };
  const counts = newCounts(promises.length);
  const ended: Record<HowEnded, number> = { closed: 0, drained: 0, quiet: 0, horizon: 0 };
  let refused = 0;
  let firstRefusal: Refusal | null = null;
  for (let run = from; run < to; run++) {
    const seed = seedOf(firstSeed, run);
    const outcome = playOrRefuse(incidents, seed);
    if ('why' in outcome) {
      refused++;
      firstRefusal ??= outcome;
      continue;
    }
    ended[outcome.how]++;
    read(outcome, sheet);
    add(counts, sheet, seed);
  }
  const { firstBreak, cheapestBreak, ...numbers } = counts;
  return {
    book: book.id,
    runbook,
    runs: to - from,
    events: sheet.events,
    ended,
    refused,
    firstRefusal,
    promises: promises.map(({ name, text, at }, index) => ({
      name,
      text,
      position: at === undefined ? null : book.position(at),
      called: numbers.called[index] as number,
      kept: numbers.kept[index] as number,
      broken: numbers.broken[index] as number,
      excused: numbers.excused[index] as number,
      open: numbers.open[index] as number,
      firstBreak: firstBreak[index] ?? null,
      cheapestBreak: cheapestBreak[index] ?? null,
    })),
  };
}

const newCounts = (length: number): Counts => ({
  called: new Int32Array(length),
  kept: new Int32Array(length),
  broken: new Int32Array(length),
  excused: new Int32Array(length),
  open: new Int32Array(length),
  firstBreak: Array.from({ length }, () => null),
  cheapestBreak: Array.from({ length }, () => null),
});

/** A book whose consequences keep each other going is told with the seed that shows it. */
export function playOrRefuse(incidents: Incidents, seed: number): Outcome | Refusal {
  try {
    return incidents.play(seed);
  } catch (error) {
    if (error instanceof ConsequencesDoNotSettle || error instanceof InstantDoesNotEnd)
      return { seed, why: error.message };
    throw error;
  }
}

/** Reads the trace of a run: the last value of each promise, its first break, how many were late before. */
function read({ trace, length }: Outcome, sheet: Sheet): void {
  const { last, late } = sheet;
  last.fill(PROMISE.idle);
  late.fill(-1);
  let failures = 0;
  const reached = (promise: number, value: number): void => {
    last[promise] = value;
    if (value === PROMISE.violated && late[promise] === -1) late[promise] = failures;
  };
  for (let place = 0; place < length; place++) {
    const entry = trace[place] as number;
    const index = indexOf(entry);
    const tag = tagOf(entry);
    if (tag === TAG.failed) failures++;
    else if (tag === TAG.broken) reached(index, PROMISE.violated);
    else if (tag === TAG.promise) reached(index >> PROMISE_BITS, index & ((1 << PROMISE_BITS) - 1));
    if (tag !== TAG.time && tag !== TAG.fired) sheet.events++;
  }
}

function add(counts: Counts, { last, late }: Sheet, seed: number): void {
  for (let promise = 0; promise < last.length; promise++) {
    if (last[promise] === PROMISE.idle) continue;
    bump(counts.called, promise);
    const before = late[promise] as number;
    if (before >= 0) {
      bump(counts.broken, promise);
      note(counts, promise, { seed, late: before });
    } else if (last[promise] === PROMISE.met) bump(counts.kept, promise);
    else if (last[promise] === PROMISE.excused) bump(counts.excused, promise);
    else bump(counts.open, promise);
  }
}

const bump = (counts: Int32Array, index: number): void => {
  counts[index] = (counts[index] as number) + 1;
};

function note({ firstBreak, cheapestBreak }: Counts, promise: number, breaking: Breaking): void {
  firstBreak[promise] ??= breaking;
  const known = cheapestBreak[promise] ?? null;
  if (known === null || breaking.late < known.late) cheapestBreak[promise] = breaking;
}
