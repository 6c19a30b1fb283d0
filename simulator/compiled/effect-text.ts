import { type Guard, refutes } from '../kernel/guard.ts';
import type { Consequence, Effect, Machine, Window } from '../kernel/machine.ts';
import type { Readers } from '../kernel/readers.ts';
import { OFF } from '../kernel/state.ts';
import { byWord, marks } from './marks.ts';
import { code, TAG } from './trace-codes.ts';
import { clockPlace, closeWindows, standingText, wakeConsequences, wakeWindows } from './waits.ts';

/** A guard as an expression over the array of variables `v`. */
export function guardText(guard: Guard): string {
  switch (guard.op) {
    case 'always':
      return 'true';
    case 'is':
      return `v[${guard.variable}]===${guard.value}`;
    case 'atLeast':
      return `v[${guard.variable}]>=${guard.value}`;
    case 'not':
      return `!(${guardText(guard.guard)})`;
    case 'all':
      return guard.guards.length === 0 ? 'true' : `(${guard.guards.map(guardText).join('&&')})`;
    case 'any':
      return guard.guards.length === 0 ? 'false' : `(${guard.guards.map(guardText).join('||')})`;
  }
}

/** Text of effects; an event is a call, because its reactions may come back to it. */
export function effectsText(machine: Machine, readers: Readers, effects: readonly Effect[]): string {
  const one = (effect: Effect): string => {
    switch (effect.op) {
      case 'set':
        return setText(machine, readers, effect.variable, clamp(machine, effect.variable, effect.to));
      case 'add':
        return addText(machine, readers, effect.variable, effect.by);
      case 'start':
        return startText(machine, readers, effect.clock, effect.restart);
      case 'stop':
        return `s[${effect.clock}]=${OFF};g[3]=1;${standing(machine, readers.windowsOfClock[effect.clock] ?? [])}`;
      case 'emit':
        return machine.events[effect.event]?.reactions.length === 0
          ? recordText(TAG.event, effect.event)
          : `e${effect.event}();`;
      case 'if':
        return `if(${guardText(effect.when)}){${effects_(effect.effects)}}`;
    }
  };
  const effects_ = (list: readonly Effect[]): string => list.map(one).join('');
  return effects_(effects);
}

const sizeOf = (machine: Machine, variable: number): number => machine.variables[variable]?.size ?? 0;

const clamp = (machine: Machine, variable: number, value: number): number =>
  Math.max(0, Math.min(sizeOf(machine, variable) - 1, value));

/**
 * Who reads the variable looks again. A guard that the new value refutes needs no look: its window closes unless something
 * after this, in the same move, marks it.
 */
function setText(machine: Machine, readers: Readers, variable: number, value: number): string {
  const windows = readers.windowsOfVariable[variable] ?? [];
  const closes = windows.filter((index) => refutes((machine.windows[index] as Window).when, variable, value));
  const consequences = (readers.consequencesOfVariable[variable] ?? []).filter(
    (index) => !refutes((machine.consequences[index] as Consequence).when, variable, value),
  );
  const others = windows.filter((index) => !closes.includes(index));
  return writeText(
    variable,
    String(value),
    closeWindows(machine, variable, closes) +
      wakeWindows(machine, variable, others) +
      wakeConsequences(machine, variable, consequences) +
      marks('dp', readers.promisesOfVariable[variable] ?? []),
  );
}

const writeText = (variable: number, value: string, looksAgain: string): string =>
  looksAgain === ''
    ? `v[${variable}]=${value};`
    : `if(v[${variable}]!==${value}){v[${variable}]=${value};${looksAgain}}`;

/** A sum past an end stays at the end. */
export function addText(machine: Machine, readers: Readers, variable: number, by: number): string {
  const last = sizeOf(machine, variable) - 1;
  const looksAgain =
    readersText(machine, readers, variable) + marks('dp', readers.promisesOfVariable[variable] ?? []);
  return `{const a=Math.max(0,Math.min(${last},v[${variable}]+${by}));${writeText(variable, 'a', looksAgain)}}`;
}

/** All windows and consequences that read a variable of which it is not known what it became. */
export const readersText = (machine: Machine, readers: Readers, variable: number): string =>
  wakeWindows(machine, variable, readers.windowsOfVariable[variable] ?? []) +
  wakeConsequences(machine, variable, readers.consequencesOfVariable[variable] ?? []);

/** Those of these windows that stand are looked at again. */
const standing = (machine: Machine, windows: readonly number[]): string =>
  byWord(windows)
    .map(([word, bits]) => `dw[${word}]|=${bits}&${standingText(machine, word)};`)
    .join('');

/** A clock that ran already opens no window: those that are open are asked anew. Deadlines on it are counted anew. */
function startText(machine: Machine, readers: Readers, clock: number, restart: boolean): string {
  const windows = readers.windowsOfClock[clock] ?? [];
  const deadlines = machine.promises.some((promise) => promise.clock === clock) ? 'g[3]=1;' : '';
  const first = `if(s[${clock}]<0){s[${clock}]=g[0];${wakeWindows(machine, clockPlace(machine, clock), windows)}${deadlines}}`;
  return restart ? `${first}else{s[${clock}]=g[0];${standing(machine, windows)}${deadlines}}` : first;
}

export const recordText = (tag: number, index: number): string => `t[g[1]++]=${code(tag, index)};`;

export const eventText = (machine: Machine, readers: Readers, index: number): string =>
  `function e${index}(){${recordText(TAG.event, index)}${effectsText(machine, readers, machine.events[index]?.reactions ?? [])}}`;
