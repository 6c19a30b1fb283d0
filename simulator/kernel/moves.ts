import { holds } from './guard.ts';
import type { Effect, Machine, Promised, Window } from './machine.ts';
import { PROMISE } from './machine.ts';
import { ageOf, OFF, type State, setAge } from './state.ts';

/** Consequences that have not come to rest after this many rounds never will. */
const ROUNDS = 64;

/** What a watcher of the kernel is told, in order. The kernel itself keeps no history. */
export interface Watcher {
  /** A consequence is about to fire. */
  consequence(index: number): void;
  event(index: number): void;
  wrote(variable: number): void;
  started(clock: number): void;
  /** The first consequence whose guard holds, or -1. Who knows what changed need not try them all; without it all are tried. */
  firstEnabled?(): number;
}

/** The consequences of a book keep each other going: a finding about the book, found by running it. */
export class ConsequencesDoNotSettle extends Error {
  readonly consequence: string;
  constructor(consequence: string) {
    super(`consequences do not settle: ${consequence} fires for ever`);
    this.consequence = consequence;
  }
}

/** May this window fire now, its lower bound included? */
export function isEnabled(machine: Machine, state: State, window: Window): boolean {
  if (!holds(window.when, state)) return false;
  if (window.clock === undefined) return true;
  const age = ageOf(machine, state, window.clock);
  return age !== OFF && age >= window.lo;
}

/** May this window fire now or, with no other move, later? */
export const isOpen = (machine: Machine, state: State, window: Window): boolean =>
  holds(window.when, state) && (window.clock === undefined || ageOf(machine, state, window.clock) !== OFF);

/** Time cannot pass before this window fires or its owner fails. The caller has checked that it is enabled. */
export function isDue(machine: Machine, state: State, window: Window): boolean {
  if (window.hi === undefined || !canStillBeBound(state, window)) return false;
  return window.clock === undefined || ageOf(machine, state, window.clock) >= window.hi;
}

/** Does a bound of this window still bind its owner, or a seat of the group? */
export function canStillBeBound(state: State, window: Window): boolean {
  const { owner } = window;
  if (owner.kind === 'person') return state[owner.failed] === 0;
  if (owner.kind !== 'group') return true;
  const answered = window.answered === undefined ? 0 : (state[window.answered] as number);
  return owner.seats - (state[owner.failed] as number) - answered > 0;
}

/** Fires one alternative of an enabled window, then lets the consequences come to rest. */
export function fire(
  machine: Machine,
  state: State,
  window: Window,
  alternative: number,
  watcher?: Watcher,
): void {
  const chosen = window.alternatives[alternative];
  if (!chosen) throw new Error(`site ${window.site} has no alternative ${alternative}`);
  apply(machine, state, chosen.effects, watcher);
  settle(machine, state, watcher);
}

/** The owner of a due window misses its bound: from now on no upper bound binds that person, or that seat of the group. */
export function fail(machine: Machine, state: State, window: Window, watcher?: Watcher): void {
  const { owner } = window;
  if (owner.kind !== 'person' && owner.kind !== 'group') throw new Error(`nobody can fail at ${window.site}`);
  apply(machine, state, [{ op: 'add', variable: owner.failed, by: 1 }], watcher);
  settle(machine, state, watcher);
}

/** Runs consequences in book order, from the top after each one that fired, until none is enabled. */
export function settle(machine: Machine, state: State, watcher?: Watcher): void {
  for (let round = 0; ; round++) {
    const index = watcher?.firstEnabled
      ? watcher.firstEnabled()
      : machine.consequences.findIndex((consequence) => holds(consequence.when, state));
    const next = machine.consequences[index];
    if (!next) return;
    if (round >= ROUNDS) throw new ConsequencesDoNotSettle(next.name);
    watcher?.consequence(index);
    apply(machine, state, next.effects, watcher);
  }
}

/**
 * Every running clock ages; returns the open promises whose bound this passes, now violated. A run that knows its calendar
 * says how long business days really last.
 */
export function tick(
  machine: Machine,
  state: State,
  grains: number,
  boundOf: (promise: Promised) => number = (promise) => promise.bound,
): Promised[] {
  machine.clocks.forEach((clock, index) => {
    const age = ageOf(machine, state, index);
    if (age !== OFF) setAge(machine, state, index, Math.min(age + grains, clock.cap));
  });
  const broken = machine.promises.filter(
    (promise) =>
      promise.clock !== undefined &&
      state[promise.variable] === PROMISE.open &&
      ageOf(machine, state, promise.clock) > boundOf(promise),
  );
  for (const promise of broken) state[promise.variable] = PROMISE.violated;
  return broken;
}

function apply(machine: Machine, state: State, effects: readonly Effect[], watcher?: Watcher): void {
  for (const effect of effects) applyOne(machine, state, effect, watcher);
}

function applyOne(machine: Machine, state: State, effect: Effect, watcher?: Watcher): void {
  switch (effect.op) {
    case 'set':
      write(machine, state, effect.variable, effect.to, watcher);
      break;
    case 'add':
      write(machine, state, effect.variable, (state[effect.variable] as number) + effect.by, watcher);
      break;
    case 'start':
      if (!effect.restart && ageOf(machine, state, effect.clock) !== OFF) break;
      setAge(machine, state, effect.clock, 0);
      watcher?.started(effect.clock);
      break;
    case 'stop':
      setAge(machine, state, effect.clock, OFF);
      break;
    case 'emit':
      watcher?.event(effect.event);
      apply(machine, state, machine.events[effect.event]?.reactions ?? [], watcher);
      break;
    case 'if':
      if (holds(effect.when, state)) apply(machine, state, effect.effects, watcher);
      break;
  }
}

function write(machine: Machine, state: State, variable: number, value: number, watcher?: Watcher): void {
  const size = machine.variables[variable]?.size ?? 0;
  const kept = Math.max(0, Math.min(size - 1, value));
  if (state[variable] === kept) return;
  state[variable] = kept;
  watcher?.wrote(variable);
}
