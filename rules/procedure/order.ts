import type { PlacedStep } from './placed-steps.ts';

/** Whether a step of the same procedure is done before another starts, whatever the pace, if both are carried out. */
export function comesBefore(earlier: PlacedStep, later: PlacedStep): boolean {
  if (earlier.phaseIndex === later.phaseIndex)
    return later.phase.order === 'sequence' && earlier.index < later.index;
  return earlier.phaseIndex < later.phaseIndex && later.phase.starts !== 'at-once';
}
