import { effectsOf } from '../../kernel/effects.ts';
import { type Guard, is } from '../../kernel/guard.ts';
import type { Effect, Machine, Variable, Window } from '../../kernel/machine.ts';
import type { State } from '../../kernel/state.ts';
import { rewrite } from '../cone/rewrite.ts';
import { type Flat, flatten } from './flatten.ts';

/** The same machine with a flag for each value of its wide variables, and its states with these flags. */
export interface OneHot {
  readonly machine: Machine;
  encode(state: State): State;
}

/** Variables with fewer values are looked at whole or not at all. */
const WIDE = 5;

/**
 * A variable that is only ever compared with single values, such as what somebody is busy with, becomes a flag for each value:
 * a coarser model can then look at the one value that matters. The variables and windows of the machine keep their places; the
 * flags stand behind the variables.
 */
export function oneHot(machine: Machine): OneHot {
  const wide = wideVariables(machine);
  const flags = new Map<number, number>();
  const added: Variable[] = [];
  for (const variable of wide) {
    flags.set(variable, machine.variables.length + added.length);
    const { name, size, initial } = machine.variables[variable] as Variable;
    for (let value = 0; value < size; value++)
      added.push({ name: `${name}=${value}`, size: 2, initial: value === initial ? 1 : 0 });
  }
  const flag = (variable: number, value: number): number => (flags.get(variable) as number) + value;
  const sizeOf = (variable: number): number => machine.variables[variable]?.size ?? 0;
  const guard = (given: Guard): Guard => {
    if (given.op === 'is' && flags.has(given.variable)) return is(flag(given.variable, given.value), 1);
    if (given.op === 'not') return { op: 'not', guard: guard(given.guard) };
    if (given.op === 'all' || given.op === 'any') return { op: given.op, guards: given.guards.map(guard) };
    return given;
  };
  const effect = (given: Effect): readonly Effect[] =>
    given.op === 'set' && flags.has(given.variable)
      ? [
          given,
          ...Array.from(
            { length: sizeOf(given.variable) },
            (_, value): Effect => ({
              op: 'set',
              variable: flag(given.variable, value),
              to: value === given.to ? 1 : 0,
            }),
          ),
        ]
      : [given];
  const rewritten = rewrite(machine, { guard, effect });
  return {
    machine: {
      ...rewritten,
      variables: [...machine.variables, ...added],
      windows: rewritten.windows.map((window, index) =>
        withoutNeedlessFlags(machine, window, machine.windows[index] as Window, flags),
      ),
    },
    encode: (state) => {
      const width = machine.variables.length;
      const encoded = new Int32Array(state.length + added.length);
      encoded.set(state.subarray(0, width));
      for (const variable of wide) encoded[flag(variable, state[variable] as number)] = 1;
      encoded.set(state.subarray(width), width + added.length);
      return encoded;
    },
  };
}

/** Where the guard says which value it was, only that flag and the new one change. */
function withoutNeedlessFlags(
  machine: Machine,
  window: Window,
  { when, alternatives }: Window,
  flags: ReadonlyMap<number, number>,
): Window {
  const known = new Map<number, number>();
  for (const part of when.op === 'all' ? when.guards : [when])
    if (part.op === 'is' && flags.has(part.variable)) known.set(part.variable, part.value);
  const needless = new Set<number>();
  for (const [variable, value] of known) {
    // A second write in the same instant would find another value than the guard.
    if (alternatives.some(({ effects }) => writesOf(machine, effects, variable) > 1)) continue;
    const first = flags.get(variable) as number;
    const size = machine.variables[variable]?.size ?? 0;
    for (let each = 0; each < size; each++) if (each !== value) needless.add(first + each);
  }
  if (needless.size === 0) return window;
  return {
    ...window,
    alternatives: window.alternatives.map((alternative) => ({
      ...alternative,
      effects: alternative.effects.filter(
        (effect) => !(effect.op === 'set' && effect.to === 0 && needless.has(effect.variable)),
      ),
    })),
  };
}

function writesOf(machine: Machine, effects: readonly Effect[], variable: number): number {
  const count = (list: readonly Flat[]): number =>
    list.reduce(
      (sum, effect) =>
        sum +
        (effect.op === 'if'
          ? count(effect.effects)
          : effect.op === 'set' && effect.variable === variable
            ? 1
            : 0),
      0,
    );
  return count(flatten(machine, effects));
}

/** Compared with single values only, never counted, and not what nature moves or owners fail by. */
function wideVariables(machine: Machine): number[] {
  const narrow = new Set<number>();
  const read = (guard: Guard): void => {
    if (guard.op === 'atLeast') narrow.add(guard.variable);
    else if (guard.op === 'not') read(guard.guard);
    else if (guard.op === 'all' || guard.op === 'any') guard.guards.forEach(read);
  };
  for (const { when } of machine.consequences) read(when);
  for (const { when, owner, answered, alternatives } of machine.windows) {
    read(when);
    if (owner.kind === 'person' || owner.kind === 'group') narrow.add(owner.failed);
    if (answered !== undefined) narrow.add(answered);
    if (owner.kind !== 'nature') continue;
    for (const { effects } of alternatives)
      for (const effect of effects) if (effect.op === 'set') narrow.add(effect.variable);
  }
  for (const effect of effectsOf(machine)) {
    if (effect.op === 'if') read(effect.when);
    if (effect.op === 'add') narrow.add(effect.variable);
  }
  for (const { variable } of machine.promises) narrow.add(variable);
  return [...machine.variables.keys()].filter(
    (variable) => (machine.variables[variable]?.size ?? 0) >= WIDE && !narrow.has(variable),
  );
}
