import { effectsOf } from '../../kernel/effects.ts';
import type { Guard } from '../../kernel/guard.ts';
import { readsOf } from '../../kernel/guard.ts';
import type { Effect, Machine, Owner, Window } from '../../kernel/machine.ts';
import type { Human } from '../../kernel/may-fail.ts';
import type { Cone } from './cone.ts';
import { possibleValues } from './possible-values.ts';
import { rewrite } from './rewrite.ts';

/** Gives the variables, values and clocks that are left dense places, and computes grain and caps of what is left (D32). */
export function renumber(
  draft: { machine: Machine; windowOf: readonly number[]; restless: readonly Human[] },
  targetVariables: readonly number[],
): Cone {
  const { machine, windowOf, restless } = draft;
  const used = usedIn(machine, restless);
  const variableOf = [...used.variables].sort((a, b) => a - b);
  const clockOf = [...used.clocks].sort((a, b) => a - b);
  const newVariable = new Map(variableOf.map((old, place) => [old, place]));
  const newClock = new Map(clockOf.map((old, place) => [old, place]));
  const renumbered = valueMaps(machine, restless);
  const values = new Map(variableOf.map((old) => [old, renumbered(old)]));
  const to: Places = {
    variable: (old) => newVariable.get(old) as number,
    clock: (old) => newClock.get(old) as number,
    value: (variable, value) => values.get(variable)?.exact(value) ?? value,
    atLeast: (variable, value) => values.get(variable)?.atLeast(value) ?? value,
  };
  const grain = grainOf(machine);
  const moved = rewrite(machine, {
    guard: (guard) => moveGuard(guard, to),
    effect: (effect) => [moveEffect(effect, to)],
  });
  const windows = moved.windows.map((window) => moveWindow(window, to, grain));
  const promises = machine.promises.map((promise) => ({
    ...promise,
    variable: to.variable(promise.variable),
    clock: promise.clock === undefined ? undefined : to.clock(promise.clock),
    bound: promise.bound / grain,
  }));
  const caps = clockOf.map((_, clock) => 1 + largestConstant(windows, promises, clock));
  return {
    machine: {
      grain: machine.grain * grain,
      variables: variableOf.map((old) => {
        const { name, initial } = machine.variables[old] as Machine['variables'][number];
        return { name, size: values.get(old)?.size ?? 1, initial: to.value(old, initial) };
      }),
      clocks: clockOf.map((old, place) => ({
        name: machine.clocks[old]?.name ?? '',
        cap: caps[place] as number,
      })),
      windows,
      consequences: moved.consequences,
      events: moved.events,
      promises,
    },
    windowOf,
    variableOf,
    clockOf,
    targets: targetVariables.map((variable) =>
      promises.findIndex((each) => each.variable === to.variable(variable)),
    ),
    restless: restless.map((owner) => moveHuman(owner, to)),
    blurred: grain > 1,
  };
}

interface Places {
  variable(old: number): number;
  clock(old: number): number;
  value(variable: number, value: number): number;
  /** The least new value that stands for old values from this one on. */
  atLeast(variable: number, value: number): number;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function grainOf({ windows, promises }: Machine): number {
  const constants = [
    ...windows.flatMap(({ clock, lo, hi, shift = 0 }) =>
      clock === undefined ? [] : [lo - shift, hi === undefined ? 0 : hi - shift],
    ),
    ...promises.flatMap(({ clock, bound }) => (clock === undefined ? [] : [bound])),
  ];
  return constants.reduce(gcd, 0) || 1;
}

const largestConstant = (windows: readonly Window[], promises: Machine['promises'], clock: number): number =>
  Math.max(
    0,
    ...windows.filter((window) => window.clock === clock).flatMap(({ lo, hi }) => [lo, hi ?? 0]),
    ...promises.filter((promise) => promise.clock === clock).map(({ bound }) => bound),
  );

function usedIn(machine: Machine, restless: readonly Human[]) {
  const variables = new Set<number>();
  const clocks = new Set<number>();
  for (const { when, owner, clock, answered } of machine.windows) {
    readsOf(when, variables);
    if (owner.kind === 'person' || owner.kind === 'group') variables.add(owner.failed);
    if (clock !== undefined) clocks.add(clock);
    if (answered !== undefined) variables.add(answered);
  }
  for (const owner of restless) variables.add(owner.failed);
  for (const { when } of machine.consequences) readsOf(when, variables);
  for (const effect of effectsOf(machine)) {
    if (effect.op === 'if') readsOf(effect.when, variables);
    if (effect.op === 'set' || effect.op === 'add') variables.add(effect.variable);
    if (effect.op === 'start' || effect.op === 'stop') clocks.add(effect.clock);
  }
  for (const { variable, clock } of machine.promises) {
    variables.add(variable);
    if (clock !== undefined) clocks.add(clock);
  }
  return { variables, clocks };
}

/** How the values of one variable are numbered anew. */
interface Renumbered {
  readonly size: number;
  exact(value: number): number;
  atLeast(value: number): number;
}

/** Dense values in the old order; the values of promises and counts keep their meaning. */
function valueMaps(machine: Machine, restless: readonly Human[]): (variable: number) => Renumbered {
  const fixed = new Set(machine.promises.map(({ variable }) => variable));
  for (const effect of effectsOf(machine)) if (effect.op === 'add') fixed.add(effect.variable);
  for (const { answered } of machine.windows) if (answered !== undefined) fixed.add(answered);
  const valuesOf = possibleValues(machine, restless);
  return (variable) => {
    if (fixed.has(variable))
      return {
        size: machine.variables[variable]?.size ?? 1,
        exact: (value) => value,
        atLeast: (value) => value,
      };
    const values = valuesOf(variable);
    return {
      size: values.length,
      exact: (value) => values.indexOf(value),
      atLeast: (value) => values.filter((each) => each < value).length,
    };
  };
}

function moveGuard(guard: Guard, to: Places): Guard {
  switch (guard.op) {
    case 'always':
      return guard;
    case 'is':
      return {
        op: 'is',
        variable: to.variable(guard.variable),
        value: to.value(guard.variable, guard.value),
      };
    case 'atLeast':
      return {
        op: 'atLeast',
        variable: to.variable(guard.variable),
        value: to.atLeast(guard.variable, guard.value),
      };
    case 'not':
      return { op: 'not', guard: moveGuard(guard.guard, to) };
    case 'all':
    case 'any':
      return { op: guard.op, guards: guard.guards.map((part) => moveGuard(part, to)) };
  }
}

function moveEffect(effect: Effect, to: Places): Effect {
  switch (effect.op) {
    case 'set':
      return { op: 'set', variable: to.variable(effect.variable), to: to.value(effect.variable, effect.to) };
    case 'add':
      return { ...effect, variable: to.variable(effect.variable) };
    case 'start':
    case 'stop':
      return { ...effect, clock: to.clock(effect.clock) };
    case 'emit':
    case 'if':
      return effect;
  }
}

const moveHuman = (owner: Human, to: Places): Human => ({ ...owner, failed: to.variable(owner.failed) });

const moveOwner = (owner: Owner, to: Places): Owner => ('failed' in owner ? moveHuman(owner, to) : owner);

/**
 * A bound beside a whole number of grains stays beside it: what happens before it may be moved to the grain before, what happens
 * after it to the grain after (digitisation; Henzinger, Manna, Pnueli 1992).
 */
const rescaled = (bound: number, { shift }: Window, grain: number): number =>
  (bound - (shift ?? 0)) / grain + (shift ?? 0);

const moveWindow = (window: Window, to: Places, grain: number): Window => ({
  ...window,
  owner: moveOwner(window.owner, to),
  clock: window.clock === undefined ? undefined : to.clock(window.clock),
  lo: rescaled(window.lo, window, grain),
  hi: window.hi === undefined ? undefined : rescaled(window.hi, window, grain),
  answered: window.answered === undefined ? undefined : to.variable(window.answered),
});
