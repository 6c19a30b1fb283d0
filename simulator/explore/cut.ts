import { type Guard, is, readsOf } from '../kernel/guard.ts';
import type { Effect, Machine, Window } from '../kernel/machine.ts';
import { PROMISE } from '../kernel/machine.ts';
import { without } from './assumptions.ts';
import { closeUnderInfluence, type Relevant, relevance } from './relevance.ts';

/**
 * Closing left out: the incident goes on for ever. Sound for a promise that closing only ends: it is excused by it or waited
 * for, and what closing writes is read by nothing that the promise depends on, so nothing breaks or calls it afterwards.
 * undefined where that is not so.
 */
export function withoutClosing(machine: Machine, target: number): Machine | undefined {
  const closed = machine.variables.findIndex(({ name }) => name === 'closed');
  const promise = machine.promises[target];
  if (closed < 0 || !promise || promise.atClose === 'outlives') return undefined;
  const isClosing = writes(machine, closed);
  const closes = (window: Window) => window.alternatives.some(({ effects }) => effects.some(isClosing));
  const open = without(machine, closes);
  const inside = closeUnderInfluence(open, seedOf(machine, target));
  inside.variables.delete(closed);
  // A deadline is called by its anchor before closing can end it; a register may be called by closing itself.
  if (promise.clock !== undefined) inside.variables.delete(promise.variable);
  const violates = writesValue(machine, promise.variable, PROMISE.violated);
  const matters = relevance(machine, inside);
  const closing = machine.windows.filter(closes).flatMap(({ alternatives }) => alternatives);
  const isFelt = closing.some(({ effects }) => effects.some((effect) => violates(effect) || matters(effect)));
  return isFelt ? undefined : open;
}

function seedOf(machine: Machine, target: number): Relevant {
  const promise = machine.promises[target];
  return {
    variables: new Set(promise ? [promise.variable] : []),
    clocks: new Set(promise?.clock === undefined ? [] : [promise.clock]),
  };
}

/** Says which effects write a variable, directly or through an event. */
const writes = (machine: Machine, variable: number) =>
  relevance(machine, { variables: new Set([variable]), clocks: new Set() });

/** Says which effects may give a variable this value. */
function writesValue(machine: Machine, variable: number, value: number) {
  const mayReach = writes(machine, variable);
  const gives = (effect: Effect, depth = 0): boolean => {
    if (effect.op === 'set') return effect.variable === variable && effect.to === value;
    if (effect.op === 'if') return effect.effects.some((part) => gives(part, depth));
    if (effect.op !== 'emit' || !mayReach(effect)) return effect.op === 'add' && effect.variable === variable;
    // A circle of events is taken to give it.
    return (
      depth > 16 || (machine.events[effect.event]?.reactions ?? []).some((part) => gives(part, depth + 1))
    );
  };
  return (effect: Effect): boolean => gives(effect);
}

/**
 * A one-way flag raised by nature at any instant instead of by the procedure (section 7, cut). Sound for windows, which only
 * give up guard and bounds; a consequence that raises it becomes such a window too, as long as no other consequence inside the
 * cone reads or writes what it writes, so that it may as well come after them. undefined where one does.
 */
export function cutFlag(machine: Machine, name: string, target: number): Machine | undefined {
  const flag = machine.variables.findIndex((variable) => variable.name === name);
  if (flag < 0) return undefined;
  const raises = writes(machine, flag);
  const raising = machine.consequences.filter(({ effects }) => effects.some(raises));
  const unraised: Guard = is(flag, 0);
  const relaxed = machine.windows.map(
    (window): Window =>
      window.alternatives.some(({ effects }) => effects.some(raises)) && window.owner.kind !== 'nature'
        ? { ...window, when: unraised, owner: { kind: 'nature' }, clock: undefined, lo: 0, hi: undefined }
        : window,
  );
  const cut = {
    ...machine,
    consequences: machine.consequences.filter((each) => !raising.includes(each)),
    windows: [...relaxed, ...raising.map((each) => naturesOwn(each.name, each.effects, unraised))],
  };
  return raising.some(({ effects }) => clashes(cut, effects, target)) ? undefined : cut;
}

/** Does some consequence of the target's cone read or write what these effects write inside it, or write what they read? */
function clashes(machine: Machine, effects: readonly Effect[], target: number): boolean {
  const inside = closeUnderInfluence(machine, seedOf(machine, target));
  const isInside = relevance(machine, inside);
  const mine = footprint(machine, effects, isInside);
  return machine.consequences.some(({ when, effects: theirEffects }) => {
    if (!theirEffects.some(isInside)) return false;
    const theirs = footprint(machine, theirEffects, isInside);
    readsOf(when, theirs.read);
    return (
      [...mine.written].some((each) => theirs.read.has(each) || theirs.written.has(each)) ||
      [...theirs.written].some((each) => mine.read.has(each))
    );
  });
}

const naturesOwn = (site: string, effects: readonly Effect[], when: Guard): Window => ({
  site,
  doing: 'nature',
  owner: { kind: 'nature' },
  when,
  clock: undefined,
  lo: 0,
  hi: undefined,
  alternatives: [{ name: 'comes', effects }],
  answered: undefined,
  atOpening: false,
  at: undefined,
  text: site,
});

/** Variables and clocks (as -1 - clock) that effects read in conditions and write, events included. */
function footprint(machine: Machine, effects: readonly Effect[], isInside: (effect: Effect) => boolean) {
  const read = new Set<number>();
  const written = new Set<number>();
  const seen = new Set<number>();
  const visit = (effect: Effect): void => {
    if (!isInside(effect)) return;
    if (effect.op === 'set' || effect.op === 'add') written.add(effect.variable);
    else if (effect.op === 'start' || effect.op === 'stop') written.add(-1 - effect.clock);
    else if (effect.op === 'if') {
      readsOf(effect.when, read);
      effect.effects.forEach(visit);
    } else if (!seen.has(effect.event)) {
      seen.add(effect.event);
      (machine.events[effect.event]?.reactions ?? []).forEach(visit);
    }
  };
  effects.forEach(visit);
  return { read, written };
}
