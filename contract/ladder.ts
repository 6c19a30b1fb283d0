import { RUNGS, type Rung } from './contract-rules.ts';
import { type ContractView, isInUse } from './contract-view.ts';
import type { ContractFinding } from './report.ts';

/** How many codes stand on each rung; undefined where the contract does not ask for the rung. */
export interface Ladder {
  readonly codes: number;
  readonly rungs: Readonly<Record<Rung, number | undefined>>;
}

export function ladderOf(view: ContractView, findings: readonly ContractFinding[]): Ladder {
  const codes = view.codes.filter(isInUse).length;
  const missing = (rung: Rung) => {
    const subjects = findings
      .filter(({ rule }) => rule === RUNGS[rung])
      .map(({ subject }) => subject.split(' ')[0]);
    return new Set(subjects).size;
  };
  const asked: Record<Rung, boolean> = {
    declared: true,
    documented: true,
    'has a vector': view.vectors.length > 0,
    returned: view.source.returns !== undefined || view.observations.size > 0,
    handled: true,
  };
  const rungs = Object.fromEntries(
    Object.entries(asked).map(([rung, isAsked]) => [
      rung,
      isAsked ? codes - missing(rung as Rung) : undefined,
    ]),
  ) as Record<Rung, number | undefined>;
  return { codes, rungs };
}
