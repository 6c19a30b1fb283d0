import { type Guard, is, not } from '../../kernel/guard.ts';
import type { Machine } from '../../kernel/machine.ts';
import { type Flat, footprintOf } from './flatten.ts';

/** Something that is the case where something is written, and what else is. */
export interface Path {
  readonly before: Path | undefined;
  readonly guard: Guard;
  /** Variables that may have been written in the same move already. */
  readonly touched: ReadonlySet<number>;
}

/** What is written where, with everything that stands before it. */
export interface Written {
  readonly effects: readonly Flat[];
  readonly when: Guard;
}

/** Where something is written: what stands before it, undefined: anything, and what the same move does after it. */
export interface Place {
  readonly path?: Path;
  readonly rest?: Path | undefined;
}

/** All places at which a variable gets a value. */
export interface Ways {
  readonly variable: number;
  readonly value: number;
  readonly places: Place[];
}

/** What is written by whom. That time breaks a promise is not among it. */
export function waysOf(machine: Machine, written: readonly Written[]): Ways[] {
  const ways = machine.variables.map(() => new Map<number, Ways>());
  const note = (variable: number, value: number, place: Place): void => {
    const known = ways[variable]?.get(value);
    if (known) known.places.push(place);
    else ways[variable]?.set(value, { variable, value, places: [place] });
  };
  const noteAll = (variable: number, place: Place): void => {
    for (let value = 0; value < (machine.variables[variable]?.size ?? 0); value++)
      note(variable, value, place);
  };
  for (const { effects, when } of written) {
    const all = footprintOf(effects).variables;
    const visit = (block: readonly Flat[], given: Path, after: Path | undefined): void => {
      const rests = restsOf(block, all, after);
      let path = given;
      block.forEach((effect, index) => {
        const place = { path, rest: rests[index] };
        if (effect.op === 'set') note(effect.variable, effect.to, place);
        else if (effect.op === 'add') noteAll(effect.variable, place);
        else if (effect.op === 'if')
          visit(effect.effects, { ...path, before: path, guard: effect.when }, place.rest);
        const touched = new Set([...path.touched, ...footprintOf([effect]).variables]);
        path = { before: path, guard: wasDone(effect), touched };
      });
    };
    visit(effects, { before: undefined, guard: when, touched: new Set() }, undefined);
  }
  for (const { owner } of machine.windows) if ('failed' in owner) noteAll(owner.failed, {});
  return ways.flatMap((each) => [...each.values()]);
}

/** By effect: what is the case once all that follows it is done too. */
function restsOf(
  effects: readonly Flat[],
  touched: ReadonlySet<number>,
  after: Path | undefined,
): (Path | undefined)[] {
  const rests: (Path | undefined)[] = [];
  let rest = after;
  for (const effect of [...effects].reverse()) {
    rests.unshift(rest);
    rest = { before: rest, guard: wasDone(effect), touched };
  }
  return rests;
}

/** What has been the case at some time once an effect is done. */
function wasDone(effect: Flat): Guard {
  if (effect.op === 'set') return is(effect.variable, effect.to);
  if (effect.op !== 'if') return { op: 'always' };
  const guards = [effect.when, ...effect.effects.map(wasDone)];
  return { op: 'any', guards: [not(effect.when), { op: 'all', guards }] };
}
