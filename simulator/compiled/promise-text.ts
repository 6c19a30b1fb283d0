import { type Machine, PROMISE, type Promised } from '../kernel/machine.ts';
import type { Readers } from '../kernel/readers.ts';
import { readersText, recordText } from './effect-text.ts';
import { bitOf } from './marks.ts';
import { code, PROMISE_BITS, TAG, TAG_BITS } from './trace-codes.ts';

/** Puts a promise that changed on the trace, unless it went back to idle. */
export function promiseText({ promises }: Machine, index: number): string {
  const { variable, clock } = promises[index] as Promised;
  const word = `live[${index >> 5}]`;
  const live = `g[3]=1;if(x===${PROMISE.open})${word}|=${bitOf(index)};else ${word}&=~${bitOf(index)};`;
  return `function q${index}(){const x=v[${variable}];if(before[${index}]===x)return;before[${index}]=x;${clock === undefined ? '' : live}if(x!==${PROMISE.idle})t[g[1]++]=${code(TAG.promise, index << PROMISE_BITS)}|x<<${TAG_BITS}}`;
}

export const breakText = (machine: Machine, readers: Readers, variable: number, index: number): string =>
  `function b${index}(){${recordText(TAG.broken, index)}v[${variable}]=before[${index}]=${PROMISE.violated};live[${index >> 5}]&=~${bitOf(index)};g[3]=1;${readersText(machine, readers, variable)}}`;
