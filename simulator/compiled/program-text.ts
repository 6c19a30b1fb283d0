import type { Odds } from '../choose/random.ts';
import { type Guard, refutes } from '../kernel/guard.ts';
import { type Effect, type Machine, PROMISE, type Window } from '../kernel/machine.ts';
import { type Readers, readersOf } from '../kernel/readers.ts';
import { addText, effectsText, eventText, guardText, recordText } from './effect-text.ts';
import { marks } from './marks.ts';
import { code, PROMISE_BITS, TAG } from './trace-codes.ts';

/** Later than any time of a run. */
export const NEVER = 0x7fffffff;

/**
 * Order within one instant: people, those who are late, nature, timers (D5, D6); within each the order of the book. A key is
 * the time in the high bits and this in the low ones, so that the least key moves first.
 */
export const KEY_BITS = 20;
const INDEX_BITS = 18;
export const LATE = 1;
export const kindOf = (key: number): number => (key & ((1 << KEY_BITS) - 1)) >> INDEX_BITS;
export const windowOf = (key: number): number => key & ((1 << INDEX_BITS) - 1);

const rankOf = (window: Window, index: number, late: boolean): number => {
  const kind = late ? LATE : isHuman(window) ? 0 : window.owner.kind === 'nature' ? 2 : 3;
  return (kind << INDEX_BITS) | index;
};

const keyText = (time: string, window: Window, index: number, late: boolean): string =>
  `key[${index}]=(${time})*${1 << KEY_BITS}+${rankOf(window, index, late)};`;

export const isHuman = ({ owner }: Window): boolean => owner.kind === 'person' || owner.kind === 'group';

/** In a random run a free window moves only where it begins the incident. */
export const isWatched = (window: Window, odds: Odds): boolean =>
  window.hi !== undefined || window.site === odds.begins.site;

/**
 * The body of a function that makes one machine's moves: integers and names of its own only, never a text of the book.
 *
 * Arrays: `v` variables, `s` starts of clocks, `open` windows that have a plan, `key` when and in which order each moves, `ps` the start that its plan was made for, `dw` `dc` `dp` windows, consequences and promises to look at again, `before`
 * the value of each promise on the trace, `live` promises with a deadline that are open, `t` the trace. `g` holds the time, the
 * length of the trace, the state of chance, whether deadlines changed, whether the incident has begun.
 */
export function programText(machine: Machine, odds: Odds): string {
  const readers = readersOf(machine, (index) => isWatched(machine.windows[index] as Window, odds));
  const watched = machine.windows.flatMap((window, index) => (isWatched(window, odds) ? [index] : []));
  const functions = [
    DRAW,
    ...machine.events.map((_, index) => eventText(machine, readers, index)),
    ...machine.consequences.map((_, index) => consequenceText(machine, readers, index)),
    settleText(machine),
    ...watched.map((index) => planText(machine, index, odds)),
    eachText('plan', 'dw', machine.windows.length, 'p', watched, closeText),
    ...watched.map((index) => fireText(machine, readers, index, odds)),
    ...watched.map((index) => failText(machine, readers, index)),
    ...machine.promises.map((_, index) => promiseText(machine, index)),
    eachText('flush', 'dp', machine.promises.length, 'q', machine.promises.keys()),
    ...machine.promises.map(({ variable }, index) => breakText(readers, variable, index)),
    dispatchText('fire', 'f', watched, 'settle();flush();'),
    dispatchText('fail', 'l', watched, 'settle();flush();'),
    dispatchText('broke', 'b', machine.promises.keys(), ''),
  ];
  return `"use strict";${functions.join('\n')}\nreturn{plan,settle,flush,fire,fail,broke};`;
}

/** The same numbers as `splitmix32`, kept as signed integers. */
const DRAW = `function draw(){const x=g[2]+0x9e3779b9|0;g[2]=x;let y=x^(x>>>16);y=Math.imul(y,0x21f0aaad);y^=y>>>15;y=Math.imul(y,0x735a2d97);return(y^(y>>>15))>>>0}
function skip(){g[2]=g[2]+0x9e3779b9|0}`;

/** An even draw below n; below one nothing is left to draw but the turn. */
const belowText = (n: number): string => (n === 1 ? '(skip(),0)' : `draw()%${n}`);

/** One of the effects leaves no way for the guard to hold; whoever makes it hold again will mark it. */
const falsifies = (effects: readonly Effect[], guard: Guard): boolean =>
  effects.some((effect) => effect.op === 'set' && refutes(guard, effect.variable, effect.to));

/** Fires when its guard holds; looked at again afterwards unless it certainly falsified its guard. */
function consequenceText(machine: Machine, readers: Readers, index: number): string {
  const { when, effects } = machine.consequences[index] as Machine['consequences'][number];
  const again = falsifies(effects, when) ? '' : marks('dc', [index]);
  return `function c${index}(){if(!(${guardText(when)}))return false;if(g[5]++>=64)unsettled(${index});flush();${again}${effectsText(machine, readers, effects)}return true}`;
}

/** From the top again after each that fired: the lowest marked one is next. */
function settleText({ consequences }: Machine): string {
  const words = Math.ceil(consequences.length / 32);
  const word = (k: number) =>
    `while(dc[${k}]!==0){const i=31-Math.clz32(dc[${k}]&-dc[${k}]);dc[${k}]&=dc[${k}]-1;if(consequence(i+${32 * k}))continue top;}`;
  const cases = consequences.map((_, index) => `case ${index}:return c${index}();`).join('');
  return `function consequence(i){switch(i){${cases}}return false}
function settle(){g[5]=0;top:for(;;){${Array.from({ length: words }, (_, k) => word(k)).join('')}return}}`;
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
  const cases = [...indices].map((index) => `case ${index}:${prefix}${index}();break;`).join('');
  const word = (k: number) =>
    `d=${array}[${k}];${before(k)}if(d!==0){${array}[${k}]=0;do{const i=31-Math.clz32(d&-d);d&=d-1;switch(i+${32 * k}){${cases}}}while(d!==0)}`;
  const words = Array.from({ length: Math.ceil(length / 32) }, (_, k) => word(k)).join('');
  return `function ${name}(){let d=0;${words}}`;
}

/** Closes the windows whose guard a value refuted, unless they are to be looked at anyway. */
const closeText = (word: number): string =>
  `if(cw[${word}]!==0){open[${word}]&=d|~cw[${word}];cw[${word}]=0}`;

const dispatchText = (name: string, prefix: string, indices: Iterable<number>, then: string): string =>
  `function ${name}(i){switch(i){${[...indices].map((index) => `case ${index}:${prefix}${index}();break;`).join('')}}${then}}`;

const bitOf = (index: number): string => String(1 << (index & 31));

/** Closes a window whose guard is false, keeps a plan whose clock has not started again, else asks when it moves. */
function planText(machine: Machine, index: number, odds: Odds): string {
  const window = machine.windows[index] as Window;
  const { clock, when, hi } = window;
  const openWord = `open[${index >> 5}]`;
  const running = clock === undefined ? '' : `&&s[${clock}]>=0`;
  const close = `if(!(${guardText(when)}${running})){${openWord}&=~${bitOf(index)};return}`;
  if (hi === undefined)
    return `function p${index}(){${close}${openWord}|=${bitOf(index)};if(g[4]!==0){${openWord}&=~${bitOf(index)};return}${keyText(`g[0]+${window.lo}`, window, index, false)}}`;
  const start = clock === undefined ? `was?ps[${index}]:g[0]` : `s[${clock}]`;
  return `function p${index}(){${close}const was=(${openWord}&${bitOf(index)})!==0,start=${start};
if(was&&ps[${index}]===start){${isHuman(window) ? `if(never[${index}]!==0){${lateText(machine, index)}}` : ''}return}
${openWord}|=${bitOf(index)};ps[${index}]=start;${askText(machine, index, odds)}}`;
}

/** When it is due and nobody has moved, its owner fails; a window without a clock is due at once. */
function lateText(machine: Machine, index: number): string {
  const window = machine.windows[index] as Window;
  const due = window.clock === undefined ? 'g[0]' : `Math.max(g[0],start+${window.hi})`;
  const never = window.clock === undefined && window.lo > 0;
  return never ? `key[${index}]=Infinity;` : keyText(due, window, index, true);
}

function askText(machine: Machine, index: number, odds: Odds): string {
  const window = machine.windows[index] as Window;
  const { lo } = window;
  const drawn = belowText((window.hi as number) - lo + 1);
  const answer = keyText(`Math.max(g[0],start+${lo}+${drawn})`, window, index, false);
  if (!isHuman(window)) return answer;
  return `if(draw()%100<${odds.failurePercent}){never[${index}]=1;${lateText(machine, index)}}else{never[${index}]=0;${answer}}`;
}

/** The number of a window's first alternative among all alternatives of the machine. */
export function firstAlternatives({ windows }: Machine): number[] {
  let next = 0;
  return windows.map(({ alternatives }) => {
    const first = next;
    next += alternatives.length;
    return first;
  });
}

/** Windows that may begin the incident: each is asked until one has. */
const beginnings = ({ windows }: Machine, odds: Odds): number[] =>
  windows.flatMap(({ site, hi }, index) => (site === odds.begins.site && hi === undefined ? [index] : []));

function fireText(machine: Machine, readers: Readers, index: number, odds: Odds): string {
  const { alternatives, owner, site, when } = machine.windows[index] as Window;
  const first = firstAlternatives(machine)[index] as number;
  const asked = alternatives.length > 1 || owner.kind === 'nature';
  const fixed = Math.max(
    0,
    alternatives.findIndex(({ name }) => name === odds.begins.alternative),
  );
  const begins = asked && site === odds.begins.site;
  const chosen = begins ? String(fixed) : asked ? belowText(alternatives.length) : '0';
  const cases = alternatives
    .map(
      ({ effects }, way) =>
        `case ${way}:${recordText(TAG.fired, first + way)}${falsifies(effects, when) ? '' : marks('dw', [index])}${effectsText(machine, readers, effects)}break;`,
    )
    .join('');
  return `function f${index}(){${begins ? `g[4]=1;${marks('dw', beginnings(machine, odds))}` : ''}open[${index >> 5}]&=~${bitOf(index)};switch(${chosen}){${cases}}}`;
}

function failText(machine: Machine, readers: Readers, index: number): string {
  const { owner } = machine.windows[index] as Window;
  if (owner.kind !== 'person' && owner.kind !== 'group') return `function l${index}(){}`;
  return `function l${index}(){${recordText(TAG.failed, index)}${addText(machine, readers, owner.failed, 1)}}`;
}

/** Puts a promise that changed on the trace, unless it went back to idle. */
function promiseText({ promises }: Machine, index: number): string {
  const { variable, clock } = promises[index] as Machine['promises'][number];
  const word = `live[${index >> 5}]`;
  const live = `g[3]=1;if(x===${PROMISE.open})${word}|=${bitOf(index)};else ${word}&=~${bitOf(index)};`;
  return `function q${index}(){const x=v[${variable}];if(before[${index}]===x)return;before[${index}]=x;${clock === undefined ? '' : live}if(x!==${PROMISE.idle})t[g[1]++]=${code(TAG.promise, index << PROMISE_BITS)}|x<<3}`;
}

const breakText = (readers: Readers, variable: number, index: number): string =>
  `function b${index}(){${recordText(TAG.broken, index)}v[${variable}]=before[${index}]=${PROMISE.violated};live[${index >> 5}]&=~${bitOf(index)};g[3]=1;${marks('dw', readers.windowsOfVariable[variable] ?? [])}${marks('dc', readers.consequencesOfVariable[variable] ?? [])}}`;
