import { type Guard, readsOf, refutes } from '../kernel/guard.ts';
import type { Effect, Machine } from '../kernel/machine.ts';
import { bitOf, byWord, wordsFor } from './marks.ts';

/**
 * Who cannot move waits for one variable that stands against it, and is not looked at before that one changes: `ww` holds a
 * word of bits for each variable and 32 windows, and after the variables for each clock; `wc` the same of consequences.
 */
export type Waiters = 'ww' | 'wc';

const countOf = (machine: Machine, waiters: Waiters): number =>
  waiters === 'ww' ? machine.windows.length : machine.consequences.length;

/** Where the waiters of a variable stand that share a word with this one. */
const placeOf = (machine: Machine, waiters: Waiters, variable: number, word: number): number =>
  variable * wordsFor(countOf(machine, waiters)) + word;

/** Clocks come after variables: who waits for one waits for its start. */
export const clockPlace = ({ variables }: Machine, clock: number): number => variables.length + clock;

/** The windows of this word that stand, or were asked and are not going to move; only free ones are ever asked in vain. */
export function standingText({ windows }: Machine, word: number): string {
  const free = windows.slice(32 * word, 32 * word + 32).some(({ hi }) => hi === undefined);
  return free ? `(open[${word}]|idle[${word}])` : `open[${word}]`;
}

/** Those of these windows that stand, or wait for the variable, are looked at again. */
export const wakeWindows = (machine: Machine, variable: number, indices: readonly number[]): string =>
  byWord(indices)
    .map(([word, bits]) => {
      const waiting = `ww[${placeOf(machine, 'ww', variable, word)}]`;
      return `dw[${word}]|=${bits}&(${standingText(machine, word)}|${waiting});${waiting}&=${~bits};`;
    })
    .join('');

export const wakeConsequences = (machine: Machine, variable: number, indices: readonly number[]): string =>
  byWord(indices)
    .map(([word, bits]) => {
      const waiting = `wc[${placeOf(machine, 'wc', variable, word)}]`;
      return `dc[${word}]|=${bits}&${waiting};${waiting}&=${~bits};`;
    })
    .join('');

/** Windows that this value of the variable refuted close, and wait for another. */
export const closeWindows = (machine: Machine, variable: number, indices: readonly number[]): string =>
  byWord(indices)
    .map(
      ([word, bits]) =>
        `cw[${word}]|=${bits};ww[${placeOf(machine, 'ww', variable, word)}]|=${bits}&${standingText(machine, word)};`,
    )
    .join('');

/** Who falsifies its own guard waits from then on for the variable by which it did. */
export function waitsAfterwards(
  machine: Machine,
  waiters: Waiters,
  index: number,
  effects: readonly Effect[],
  guard: Guard,
): string | undefined {
  const falsifying = effects.find(
    (effect) => effect.op === 'set' && refutes(guard, effect.variable, effect.to),
  );
  return falsifying?.op === 'set' ? waitFor(machine, waiters, index, falsifying.variable) : undefined;
}

const waitFor = (machine: Machine, waiters: Waiters, index: number, variable: number): string =>
  `${waiters}[${placeOf(machine, waiters, variable, index >> 5)}]|=${bitOf(index)};`;

/** What has to hold, part by part, and the variables by which each part could come to hold. */
export interface Condition {
  readonly text: string;
  readonly reads: readonly number[];
}

export const conditionsOf = (guard: Guard, textOf: (part: Guard) => string): Condition[] =>
  guard.op === 'always'
    ? []
    : guard.op === 'all'
      ? guard.guards.flatMap((part) => conditionsOf(part, textOf))
      : [{ text: textOf(guard), reads: [...readsOf(guard)] }];

/** Does `otherwise` unless all conditions hold, after having put this one among the waiters of the first that does not. */
export function unlessAll(
  machine: Machine,
  waiters: Waiters,
  index: number,
  conditions: readonly Condition[],
  otherwise: string,
): string {
  const tests = conditions.map(({ text, reads }) => {
    const [first, ...rest] = reads;
    const also = rest.map((variable) => waitFor(machine, waiters, index, variable)).join('');
    const place = first === undefined ? -1 : placeOf(machine, waiters, first, index >> 5);
    return `if(!(${text})){${also}x=${place}}`;
  });
  if (tests.length === 0) return '';
  return `let x=-2;${tests.join('else ')}if(x!==-2){if(x>=0)${waiters}[x]|=${bitOf(index)};${otherwise}}`;
}
