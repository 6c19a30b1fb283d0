import { parseSeconds } from '../model/duration.ts';
import type { PromiseBreak, PromiseReport } from '../simulator/replay/promises.ts';
import type { Replay } from '../simulator/replay/replay.ts';

/** A promise that broke in a drill, at one time. */
export interface BrokenPromise {
  readonly report: PromiseReport;
  readonly at: PromiseBreak;
  /** The scenario names it, at this very time. */
  readonly expected: boolean;
}

/** Every break of a drill, in the order of time. */
export const brokenPromises = ({ promises, scenario }: Replay): BrokenPromise[] =>
  promises
    .flatMap((report) =>
      report.breaks.map((at) => ({
        report,
        at,
        expected: scenario.expect.breaks.some(
          (expected) => expected.promise === report.promise.name && parseSeconds(expected.at) === at.at,
        ),
      })),
    )
    .sort((a, b) => a.at.at - b.at.at);
