import type { Machine, Window } from '../kernel/machine.ts';
import { readersOf } from '../kernel/readers.ts';
import type { Chances } from './chances.ts';
import { consequenceText, settleText } from './consequence-text.ts';
import { deadlineText } from './deadline-text.ts';
import { eventText } from './effect-text.ts';
import { failText, fireText } from './fire-text.ts';
import { firstText } from './first-text.ts';
import { DRAW, isWatched, planText } from './plan-text.ts';
import { type Ending, playText } from './play-text.ts';
import { breakText, promiseText } from './promise-text.ts';
import { rankingOf } from './rank.ts';

/** The moves of one machine, generated. */
export interface Program {
  /** Lets the consequences come to rest, and puts the promises that changed on the trace. */
  settle(): void;
  /** Plays the run that the memory is set for; how it ended is at this place of `HOW`. */
  play(): number;
}

/**
 * The body of a function that makes one machine's moves: integers and names of its own, never a text of the book; `Memory` says
 * what its arrays hold. After a move only what reads a changed variable is looked at again.
 */
export function programText(machine: Machine, odds: Chances, ending: Ending): string {
  const readers = readersOf(machine, (index) => isWatched(machine.windows[index] as Window, odds));
  const watched = machine.windows.flatMap((window, index) => (isWatched(window, odds) ? [index] : []));
  const ranking = rankingOf(machine, watched);
  const planning = { machine, odds, ranking };
  const functions = [
    DRAW,
    ...machine.events.map((_, index) => eventText(machine, readers, index)),
    ...machine.consequences.map((_, index) => consequenceText(machine, readers, index)),
    settleText(machine),
    ...watched.map((index) => planText(planning, index)),
    eachText('plan', 'dw', machine.windows.length, 'p', watched, closeText),
    ...watched.map((index) => fireText(machine, readers, index, odds)),
    ...watched.map((index) => failText(machine, readers, index)),
    ...machine.promises.map((_, index) => promiseText(machine, index)),
    eachText('flush', 'dp', machine.promises.length, 'q', machine.promises.keys()),
    ...machine.promises.map(({ variable }, index) => breakText(machine, readers, variable, index)),
    firstText(machine, ranking),
    `function rest(){${MOVED}}`,
    switchText(
      'move',
      ranking.ways.map(({ window, late }) => `${late ? 'l' : 'f'}${window}()`),
      MOVED,
    ),
    switchText(
      'broke',
      machine.promises.map((_, index) => `b${index}()`),
    ),
    deadlineText(machine),
    playText(machine, ranking, ending),
  ];
  return `"use strict";${functions.join('\n')}\nreturn{settle:rest,play};`;
}

/** Calls a function for each mark in an array of bits, in order, and takes the marks away. */
function eachText(
  name: string,
  array: string,
  length: number,
  prefix: string,
  indices: Iterable<number>,
  before: (word: number) => string = () => '',
): string {
  const all = [...indices];
  const cases = (k: number) =>
    all
      .filter((index) => index >> 5 === k)
      .map((index) => `case ${index & 31}:${prefix}${index}();break;`)
      .join('');
  // A function a word: the engine does not optimise long ones.
  const word = (k: number) =>
    `function ${name}${k}(d){do{const i=31-Math.clz32(d&-d);d&=d-1;switch(i){${cases(k)}}}while(d!==0)}`;
  const count = Math.ceil(length / 32);
  const calls = Array.from(
    { length: count },
    (_, k) => `d=${array}[${k}];${before(k)}if(d!==0){${array}[${k}]=0;${name}${k}(d)}`,
  );
  return `${Array.from({ length: count }, (_, k) => word(k)).join('\n')}\nfunction ${name}(){let d=0;${calls.join('')}}`;
}

/** Closes the windows whose guard a value refuted, unless they are to be looked at anyway. */
const closeText = (word: number): string =>
  `if(cw[${word}]!==0){open[${word}]&=d|~cw[${word}];idle[${word}]&=d|~cw[${word}];cw[${word}]=0}`;

/** A function that makes the call at a place. */
const switchText = (name: string, calls: readonly string[], then = ''): string =>
  `function ${name}(i){switch(i){${calls.map((call, place) => `case ${place}:${call};break;`).join('')}}${then}}`;

/** After a move: consequences, then the promises that changed. */
const MOVED = 'settle();flush();';
