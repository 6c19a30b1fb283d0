import type { Machine } from '../kernel/machine.ts';
import { type HowEnded, MOVES_AT_ONE_INSTANT, type RunOptions } from '../run/run.ts';
import { anyOpenText, lookText } from './deadline-text.ts';
import { firstText } from './first-text.ts';
import { aliased, wordsFor } from './marks.ts';
import { TRACE_PAGE } from './memory.ts';
import { NEVER, type Ranking } from './rank.ts';
import { TAG, TAG_BITS } from './trace-codes.ts';

/** Where a run stops. */
export interface Ending extends Pick<RunOptions, 'until' | 'horizon'> {
  /** The variables that say an incident is closed, one an incident. */
  readonly closed: readonly number[];
}

const ARRAYS = ['v', 's', 'open', 'idle', 'plans', 'cw', 'dw', 'dc', 'dp', 'live', 'pc', 'pb', 't', 'g'];

/** How a run ended, at the place that `play` returns. */
export const HOW: readonly HowEnded[] = ['closed', 'drained', 'quiet', 'horizon'];

/** What `play` returns when it has made as many moves as it may. */
export const PAUSED = -1;

const ended = (how: HowEnded): string => `return ${HOW.indexOf(how)};`;

/** Stops once all incidents are closed, or once nothing outlives them. */
function closedText(machine: Machine, { closed, until }: Ending): string {
  if (closed.length === 0) return '';
  const all = closed.map((variable) => `v[${variable}]===1`).join('&&');
  const stops = until === 'closed' ? ended('closed') : `if(!(${anyOpenText(machine)}))${ended('drained')}`;
  return `if(${all}){${stops}}`;
}

/** Statements with which time passes to `time`, or not so far. */
function passText(machine: Machine, ending: Ending): string {
  const horizon = Math.floor(Math.min(ending.horizon, NEVER));
  return [
    closedText(machine, ending),
    `if(g[3]!==0||later<=now){${lookText(machine)}}`,
    'const breaks=soonest<=now;let stop=breaks?now+1:time<later?time:later;',
    `if(stop===${NEVER})${ended('quiet')}`,
    `const over=stop>${horizon};if(over){if(now>=${horizon})${ended('horizon')}stop=${horizon}}`,
    'if(breaks)overdue();',
    `t[g[1]++]=stop<<${TAG_BITS}|${TAG.time};g[0]=stop;`,
    `if(over)${ended('horizon')}`,
    'moves=0;if(breaks){settle();flush();continue again}now=stop;',
  ].join('');
}

/**
 * The loop of a run: what moves first moves, or time passes to it or to the next deadline. A promise that is due now is broken
 * one grain later, and what reads it has to be looked at then. It makes at most `left` moves, and can be called again for more: it
 * counts those of one instant in `g`, and looks for the deadlines anew. It is one function: in one that V8 puts into another
 * it no longer knows where the arrays are.
 */
export function playText(machine: Machine, ranking: Ranking, plan: string, ending: Ending): string {
  const dirty = (array: string, length: number): string =>
    Array.from({ length: wordsFor(length) }, (_, word) => `${array}[${word}]`).join('|');
  return [
    `${aliased('play', ARRAYS, 'left')}let soonest=${NEVER},later=${NEVER},moves=g[9];again:for(;;){`,
    `let d=0;${plan}${firstText(machine, ranking)}let now=g[0];while(time>now){${passText(machine, ending)}}`,
    `if(moves++>${MOVES_AT_ONE_INSTANT})endless(now);move(way);`,
    `if((${dirty('dc', machine.consequences.length)})!==0)settle();`,
    `if((${dirty('dp', machine.promises.length)})!==0)flush();`,
    `if(g[1]>${TRACE_PAGE})turn();if(--left===0){g[9]=moves;g[3]=1;return ${PAUSED}}}}`,
  ].join('');
}
