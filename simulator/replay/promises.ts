import type { Promised } from '../kernel/machine.ts';
import type { Run } from '../run/run.ts';
import { fullName } from '../run/trace.ts';
import type { Story } from '../run/why.ts';

/** What became of a promise in one run. */
export interface PromiseReport {
  readonly promise: Promised;
  readonly verdict: 'kept' | 'broken' | 'open' | 'excused' | 'not-called';
  /** Seconds. */
  readonly opened: number | undefined;
  readonly due: number | undefined;
  readonly kept: number | undefined;
  readonly breaks: readonly PromiseBreak[];
}

export interface PromiseBreak {
  /** Seconds: the last instant at which it could have been kept. */
  readonly at: number;
  /** The record that says so. */
  readonly seq: number;
  readonly story: Story | undefined;
  /** Seconds at which what was awaited came all the same. */
  readonly late: number | undefined;
}

/** One report a promise, in the order of the machine. */
export function promiseReports(run: Run): PromiseReport[] {
  return run.machine.promises.map((promise) => {
    const mine = run.records.filter(
      (record) => record.kind.startsWith('promise-') && fullName(record) === promise.name,
    );
    const opened = mine.find(({ kind }) => kind === 'promise-opened');
    const met = mine.find(({ kind }) => kind === 'promise-met');
    const breaks = mine
      .filter(({ kind }) => kind === 'promise-violated')
      .map(
        ({ t, seq }): PromiseBreak => ({
          at: t,
          seq,
          story: run.stories.get(seq),
          late: lateBy(run, promise, t, seq),
        }),
      );
    const last = mine.at(-1)?.kind;
    const verdict =
      breaks.length > 0
        ? 'broken'
        : last === undefined
          ? 'not-called'
          : last === 'promise-met'
            ? 'kept'
            : last === 'promise-excused'
              ? 'excused'
              : 'open';
    return { promise, verdict, opened: opened?.t, due: opened?.due, kept: met?.t, breaks };
  });
}

function lateBy(run: Run, promise: Promised, at: number, seq: number): number | undefined {
  const names = promise.expects.map((index) => run.machine.events[index]?.name);
  return run.records.find((record) => record.seq > seq && record.t >= at && names.includes(fullName(record)))
    ?.t;
}
