import { randomChooser } from '../../choose/random.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { Draft } from './act-out-draft.ts';
import { recordRun } from './record-run.ts';
import type { Sighting } from './sightings.ts';

/** The run of a sighting as far as the break: the same that was compiled, played once more with its records. */
export function randomDraft(machine: Machine, { seed, begins, chances, at, cost }: Sighting): Draft {
  const { failures: failurePercent, free, within, earliest, latest } = chances;
  const chooser = randomChooser(seed, {
    failurePercent,
    begins,
    free: { percent: free, within },
    pace: { earliest, latest },
  });
  const recording = recordRun(machine, chooser, 'earliest', { until: 'drained', horizon: at + 1 });
  return { ...recording, cost, broke: at };
}
