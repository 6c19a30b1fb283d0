import type { Machine } from '../kernel/machine.ts';
import { type Influence, influenceOf } from './abstract/influence.ts';
import { type Preparation, preparationsOf } from './preparations.ts';

/** A machine, what is assumed of it in proofs, and what is looked up in both again and again. */
export interface Subject {
  readonly whole: Machine;
  readonly assumed: Influence;
  readonly preparations: ReadonlyMap<number, Preparation>;
}

export const subjectOf = (whole: Machine, assumed: Machine): Subject => ({
  whole,
  assumed: influenceOf(assumed),
  preparations: preparationsOf(whole),
});
