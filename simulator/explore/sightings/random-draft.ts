import type { Chooser } from '../../choose/chooser.ts';
import { randomChooser } from '../../choose/random.ts';
import { type Machine, PROMISE, type Promised } from '../../kernel/machine.ts';
import type { State } from '../../kernel/state.ts';
import { run } from '../../run/run.ts';
import { breakIn, type Draft } from './act-out-draft.ts';
import { HORIZON } from './chances.ts';
import type { RunOdds } from './random-runs.ts';
import { recordRun } from './record-run.ts';
import type { Sighting } from './sightings.ts';

/** The run of a sighting as far as the break: the same that was compiled, played once more with its records. */
export function randomDraft(machine: Machine, sighting: Sighting): Draft {
  const { at, cost } = sighting;
  const options = { until: 'drained', horizon: at + 1 } as const;
  return { ...recordRun(machine, chooserOf(sighting), 'earliest', options), cost, broke: at };
}

/** The run of these odds, if it breaks the promise. */
export function draftOfRun(machine: Machine, odds: RunOdds, promise: Promised): Draft | undefined {
  const enough = (state: State) => state[promise.variable] === PROMISE.violated;
  const recording = recordRun(machine, chooserOf(odds), 'earliest', { ...ENDLESS, enough });
  const broken = breakIn(recording.run.records, promise.name);
  return broken && { ...recording, cost: broken.failed.length, broke: broken.at };
}

/** Does the run of these odds call on the promise? */
export function callsIn(machine: Machine, odds: RunOdds, { variable }: Promised): boolean {
  let called = false;
  const enough = (state: State) => {
    called ||= state[variable] !== PROMISE.idle;
    return called;
  };
  run(machine, chooserOf(odds), { ...ENDLESS, enough });
  return called;
}

const ENDLESS = { until: 'drained', horizon: HORIZON } as const;

const chooserOf = ({ seed, begins, chances }: RunOdds): Chooser => {
  const { failures: failurePercent, free, within, earliest, latest } = chances;
  return randomChooser(seed, {
    failurePercent,
    begins,
    free: { percent: free, within },
    pace: { earliest, latest },
  });
};
