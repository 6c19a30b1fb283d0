import { holds } from '../../kernel/guard.ts';
import type { Effect, Machine, Window } from '../../kernel/machine.ts';
import { readersOf } from '../../kernel/readers.ts';
import { initialState, type State } from '../../kernel/state.ts';
import type { Preparation } from './preparations.ts';

/** What nature may do for a story that does not say all: begin the incident, and make true what somebody waits for. */
export interface Benevolence {
  /** Windows that begin the incident of the runbook; a story that has none of them is given the first. */
  readonly openings: readonly number[];
  /** The alternative of a window of nature by which something that waits could begin in this state; undefined: none. */
  helps(window: number, state: State): number | undefined;
}

/** `opens`: the variable that says whether the runbook of the incident is open. */
export function benevolenceOf(
  machine: Machine,
  opens: number,
  writes: (window: number, variable: number) => boolean,
  preparations: ReadonlyMap<number, Preparation>,
): Benevolence {
  const signals = new Set([...preparations.values()].map(({ window }) => window));
  const { windowsOfVariable } = readersOf(machine);
  const after = initialState(machine);
  const helperOf = (effects: readonly Effect[]) => {
    const sets = setsOf(effects);
    const work = sets.flatMap(({ variable }) =>
      (windowsOfVariable[variable] ?? [])
        .map((reader) => machine.windows[reader] as Window)
        .filter(({ owner }) => owner.kind !== 'nature')
        .map(({ when }) => ({ variable, when })),
    );
    return { sets, work };
  };
  const openings = [...machine.windows.keys()].filter(
    (index) =>
      (preparations.has(index) || machine.windows[index]?.owner.kind === 'nature') && writes(index, opens),
  );
  const helpers = machine.windows.map(({ owner, alternatives }, index) =>
    owner.kind !== 'nature' || signals.has(index) || openings.includes(index)
      ? []
      : alternatives.map(({ effects }) => helperOf(effects)),
  );
  return {
    openings,
    helps: (index, state) => {
      const found = (helpers[index] ?? []).findIndex(({ sets, work }) => {
        if (sets.every(({ variable, to }) => state[variable] === to)) return false;
        after.set(state);
        for (const { variable, to } of sets) after[variable] = to;
        return work.some(
          ({ variable, when }) =>
            state[variable] !== after[variable] && holds(when, after) && !holds(when, state),
        );
      });
      return found < 0 ? undefined : found;
    },
  };
}

type Set = Extract<Effect, { op: 'set' }>;

const setsOf = (effects: readonly Effect[]): Set[] =>
  effects.flatMap((effect) =>
    effect.op === 'set' ? [effect] : effect.op === 'if' ? setsOf(effect.effects) : [],
  );
