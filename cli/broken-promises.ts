import { parseSeconds } from '../model/duration.ts';
import { inIncident } from '../simulator/incident-name.ts';
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
          ({ incident, promise, at: time }) =>
            inIncident(incident, promise) === report.promise.name && parseSeconds(time) === at.at,
        ),
      })),
    )
    .sort((a, b) => a.at.at - b.at.at);
