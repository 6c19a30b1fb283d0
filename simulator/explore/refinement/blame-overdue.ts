import { holds } from '../../kernel/guard.ts';
import type { Window } from '../../kernel/machine.ts';
import { settle } from '../../kernel/moves.ts';
import { initialState, type State } from '../../kernel/state.ts';
import type { Abstraction } from '../abstract/abstraction.ts';
import type { Influence } from '../abstract/influence.ts';
import type { Misplayed } from '../story/act-out.ts';
import { follow } from './evidence.ts';
import { type Blame, dependsOn, isSomething, NOTHING, smallest } from './reasons.ts';

/**
 * In the story something could be done for as long as it takes at the most, and was not: the model looks at all that lets it be
 * done, but not at its clock, or not at whether its owner is late.
 */
export function blameOverdue(
  { machine, windows }: Influence,
  { machine: coarse, kept }: Abstraction,
  { moves, breaksAt }: Misplayed,
): Blame {
  const late = new Set(moves.flatMap(({ fails }) => fails ?? []));
  const candidates = [...machine.windows.entries()].filter(([index, { owner, hi }]) => {
    if (hi === undefined || owner.kind === 'nature' || ('id' in owner && late.has(owner.id))) return false;
    const { reads, ways } = windows[index] as Influence['windows'][number];
    return (
      [...reads].every((each) => kept.variables.has(each)) &&
      ways.some(({ footprint }) => [...footprint.variables].some((each) => kept.variables.has(each)))
    );
  });
  const told = initialState(coarse);
  settle(coarse, told);
  const since = new Map<number, number>();
  const open = (now: number, state: State): void => {
    for (const [index, { when }] of candidates)
      if (!holds(when, state)) since.delete(index);
      else if (!since.has(index)) since.set(index, now);
  };
  const overdue: Window[] = [];
  const look = (now: number): void => {
    for (const [index, window] of candidates) {
      const start = since.get(index);
      if (start !== undefined && now - start >= (window.hi ?? 0) * machine.grain) overdue.push(window);
    }
  };
  open(0, told);
  for (const move of moves) {
    look(move.t);
    if (move.window !== undefined) since.delete(move.window);
    follow(coarse, told, move);
    open(move.t, told);
  }
  look(breaksAt);
  return smallest(overdue.map((window) => dependsOn(kept, window)).filter(isSomething)) ?? NOTHING;
}
