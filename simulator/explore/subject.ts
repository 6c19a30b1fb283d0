import type { Machine } from '../kernel/machine.ts';
import { type Influence, influenceOf } from './abstract/influence.ts';
import { type Benevolence, benevolenceOf } from './benevolence.ts';
import { type Preparation, preparationsOf } from './preparations.ts';
import type { Start } from './starts.ts';

/** A machine, what is assumed of it in proofs, and what is looked up in both again and again. */
export interface Subject {
  readonly whole: Machine;
  readonly assumed: Influence;
  readonly preparations: ReadonlyMap<number, Preparation>;
  readonly benevolence: Benevolence;
  /** When an incident may begin: stories are tried at these, in order. */
  readonly starts: readonly Start[];
}

export function subjectOf(
  whole: Machine,
  assumed: Machine,
  runbook: string,
  starts: readonly Start[],
): Subject {
  const influence = influenceOf(assumed);
  const preparations = preparationsOf(whole);
  const opens = whole.variables.findIndex(({ name }) => name === `open/${runbook}`);
  const writes = (window: number, variable: number): boolean =>
    influence.windows[window]?.ways.some(({ footprint }) => footprint.variables.has(variable)) === true;
  return {
    whole,
    assumed: influence,
    preparations,
    starts,
    benevolence: benevolenceOf(whole, opens, writes, preparations),
  };
}
