import type { Render } from '../reporters/reporter.ts';
import { SIMULATION_FORMS } from '../reporters/simulation-forms.ts';
import type { SimulationAsked } from './simulation-command.ts';
import type { SimulationPart } from './simulation-part.ts';
import { refuseTooMany, tellRuns } from './tell-runs.ts';

/** The forms of `simulate`; with `timeline` the text tells each incident. */
export function tellingForms(timeline: boolean, { chosen, chances, seed, runs }: SimulationAsked) {
  if (!timeline) return SIMULATION_FORMS;
  refuseTooMany(runs, chosen.length);
  const text: Render<SimulationPart> = (_, around) =>
    `${chosen
      .map(({ book, runbook }) =>
        tellRuns({ book, runbook: runbook.id, chances, firstSeed: seed, runs }, around),
      )
      .join('\n\n')}\n`;
  return { ...SIMULATION_FORMS, text };
}
