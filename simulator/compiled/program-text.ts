import type { Machine, Window } from '../kernel/machine.ts';
import { readersOf } from '../kernel/readers.ts';
import type { Chances } from './chances.ts';
import { consequenceText, settleText } from './consequence-text.ts';
import { overdueText } from './deadline-text.ts';
import { eventText } from './effect-text.ts';
import { failText, fireText } from './fire-text.ts';
import { boundText } from './first-text.ts';
import { isWatched, planText } from './plan-text.ts';
import { type Ending, playText } from './play-text.ts';
import { breakText, promiseText } from './promise-text.ts';
import { rankingOf } from './rank.ts';

/** The moves of one machine, generated. */
export interface Program {
  /** Lets the consequences come to rest, and puts the promises that changed on the trace. */
  settle(): void;
  /** Plays on from what the memory holds, at most so many moves: `PAUSED`, or how it ended, as a place of `HOW`. */
  play(moves: number): number;
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
  const plan = eachMark(
    'plan',
    'dw',
    machine.windows.length,
    watched,
    (i) => planText(planning, i),
    closeText,
  );
  const flush = eachMark('flush', 'dp', machine.promises.length, machine.promises.keys(), (i) => `q${i}()`);
  const functions = [
    ...machine.events.map((_, index) => eventText(machine, readers, index)),
    ...machine.consequences.map((_, index) => consequenceText(machine, readers, index)),
    settleText(machine),
    plan.functions,
    ...watched.map((index) => fireText(machine, readers, index, odds)),
    ...watched.map((index) => failText(machine, readers, index)),
    ...machine.promises.map((_, index) => promiseText(machine, index)),
    flush.functions,
    `function flush(){let d=0;${flush.statements}}`,
    ...machine.promises.map(({ variable }, index) => breakText(machine, readers, variable, index)),
    boundText(machine, ranking),
    'function rest(){settle();flush()}',
    switchText(
      'move',
      ranking.ways.map(({ window, late }) => `${late ? 'l' : 'f'}${window}()`),
    ),
    switchText(
      'broke',
      machine.promises.map((_, index) => `b${index}()`),
    ),
    overdueText(machine),
    playText(machine, ranking, plan.statements, ending),
  ];
  return `"use strict";${functions.join('\n')}\nreturn{settle:rest,play};`;
}

/** Statements that do something for each mark in an array of bits, in order, and take the marks away; `d` is theirs. */
function eachMark(
  name: string,
  array: string,
  length: number,
  indices: Iterable<number>,
  body: (index: number) => string,
  before: (word: number) => string = () => '',
): { functions: string; statements: string } {
  const all = [...indices];
  const cases = (k: number) =>
    all
      .filter((index) => index >> 5 === k)
      .map((index) => `case ${index & 31}:{${body(index)}}break;`)
      .join('');
  // A function a word: the engine does not optimise long ones.
  const word = (k: number) =>
    `function ${name}${k}(d){do{const i=31-Math.clz32(d&-d);d&=d-1;switch(i){${cases(k)}}}while(d!==0)}`;
  const count = Math.ceil(length / 32);
  const statements = Array.from(
    { length: count },
    (_, k) => `d=${array}[${k}];${before(k)}if(d!==0){${array}[${k}]=0;${name}${k}(d)}`,
  );
  const functions = Array.from({ length: count }, (_, k) => word(k));
  return { functions: functions.join('\n'), statements: statements.join('') };
}

/** Closes the windows whose guard a value refuted, unless they are to be looked at anyway. */
const closeText = (word: number): string =>
  `if(cw[${word}]!==0){open[${word}]&=d|~cw[${word}];idle[${word}]&=d|~cw[${word}];cw[${word}]=0}`;

/** A function that makes the call at a place. */
const switchText = (name: string, calls: readonly string[]): string =>
  `function ${name}(i){switch(i){${calls.map((call, place) => `case ${place}:${call};break;`).join('')}}}`;
