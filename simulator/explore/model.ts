import type { Machine } from '../kernel/machine.ts';
import { type Abstraction, abstractionOf } from './abstract/abstraction.ts';
import type { Kept } from './abstract/kept.ts';
import type { Attempt } from './attempt.ts';
import { coarseTime } from './cone/coarse-time.ts';
import type { Cone } from './cone/cone.ts';
import { slice } from './cone/slice.ts';
import type { Engine } from './search/engine.ts';
import type { Goal } from './search/future.ts';
import { generateEngine } from './search/generate.ts';
import type { Search } from './search/search.ts';
import type { Subject } from './subject.ts';

/** A coarser model, cut down and compiled, and the machine that it is a model of. */
export interface Model {
  readonly whole: Machine;
  readonly coarse: Abstraction;
  readonly cone: Cone;
  readonly engine: Engine;
  /** Its times are rounded. */
  readonly rounded: boolean;
}

/** The model that looks at what is kept. */
export function modelOf({ whole, assumed }: Subject, kept: Kept, target: number, goal: Goal): Model {
  const coarse = abstractionOf(assumed, kept, [target]);
  const cone = slice(coarse.machine, [promiseIn(coarse, whole, target)], assumed.machine);
  const rounded = cone.machine.clocks.length === 0;
  return { whole, coarse, cone, engine: generateEngine(cone, goal), rounded };
}

/** The same with rounded times: at least so many ticks to the deadline. undefined where it would be no coarser. */
export function withCoarseTime(model: Model, goal: Goal, ticks: number): Model | undefined {
  const cone = coarseTime(model.cone, ticks);
  return cone && { ...model, cone, engine: generateEngine(cone, goal), rounded: true };
}

const promiseIn = ({ machine }: Abstraction, whole: Machine, target: number): number =>
  machine.promises.findIndex(({ name }) => name === whole.promises[target]?.name);

export const attemptOf = (
  { whole, coarse, cone, engine }: Model,
  result: Search,
  replays: boolean,
): Attempt => ({
  kept: [
    ...[...coarse.kept.variables].map((each) => coarse.machine.variables[each]?.name ?? ''),
    ...[...coarse.kept.clocks].map((each) => `clock ${whole.clocks[each]?.name ?? ''}`),
  ],
  windows: cone.machine.windows.length,
  exact: cone.windowOf.flatMap((place) => {
    const item = coarse.items[place];
    return coarse.exact[place] && item?.kind === 'window' ? [item.index] : [];
  }),
  free: cone.machine.windows.filter(({ owner, hi }) => owner.kind === 'nature' && hi === undefined).length,
  grain: cone.machine.clocks.length === 0 ? undefined : cone.machine.grain,
  bits: engine.layout.bits,
  states: result.states,
  bytes: result.bytes,
  complete: result.complete,
  broke: result.first[0],
  replays,
});
