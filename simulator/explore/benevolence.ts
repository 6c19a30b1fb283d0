import { type Guard, holds } from '../kernel/guard.ts';
import type { Effect, Machine } from '../kernel/machine.ts';
import { readersOf } from '../kernel/readers.ts';
import type { State } from '../kernel/state.ts';
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
  const whenOf = (window: number): Guard => machine.windows[window]?.when as Guard;
  const workOf = readersOf(machine).windowsOfVariable.map((readers) =>
    readers.filter((reader) => machine.windows[reader]?.owner.kind !== 'nature'),
  );
  const openings = [...machine.windows.keys()].filter(
    (index) =>
      (preparations.has(index) || machine.windows[index]?.owner.kind === 'nature') && writes(index, opens),
  );
  const helpers = machine.windows.map(({ owner, alternatives }, index) =>
    owner.kind !== 'nature' || signals.has(index) || openings.includes(index)
      ? []
      : alternatives.map(({ effects }) => ({ sets: setsOf(effects) })),
  );
  return {
    openings,
    helps: (index, state) => {
      const found = (helpers[index] ?? []).findIndex(({ sets }) => {
        const news = sets.filter(({ variable, to }) => state[variable] !== to);
        if (news.length === 0) return false;
        const waiting = news
          .flatMap(({ variable }) => workOf[variable] ?? [])
          .filter((reader) => !holds(whenOf(reader), state));
        if (waiting.length === 0) return false;
        const after = state.slice();
        for (const { variable, to } of news) after[variable] = to;
        return waiting.some((reader) => holds(whenOf(reader), after));
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
