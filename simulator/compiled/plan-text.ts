import type { Odds } from '../choose/random.ts';
import type { Machine, Window } from '../kernel/machine.ts';
import { guardText } from './effect-text.ts';
import { bitOf } from './marks.ts';
import { isHuman, NEVER, rankOf } from './rank.ts';

/** In a random run a free window may move only where it begins the incident, or where the odds say how often. */
export const isWatched = (window: Window, odds: Odds): boolean =>
  window.hi !== undefined || window.site === odds.begins.site || (odds.free?.percent ?? 0) > 0;

/** The same numbers as `splitmix32`, kept as signed integers. */
export const DRAW = `function draw(){const x=g[2]+0x9e3779b9|0;g[2]=x;let y=x^(x>>>16);y=Math.imul(y,0x21f0aaad);y^=y>>>15;y=Math.imul(y,0x735a2d97);return(y^(y>>>15))>>>0}
function skip(){g[2]=g[2]+0x9e3779b9|0}`;

/** An even draw below n; below one nothing is left to draw but the turn. */
export const belowText = (n: number): string => (n === 1 ? '(skip(),0)' : `draw()%${n}`);

const movesText = (time: string, window: Window, index: number, late: boolean): string =>
  `at[${index}]=${time};rank[${index}]=${rankOf(window, index, late)};`;

/** Closes a window whose guard is false, keeps a plan whose clock has not started again, else asks when it moves. */
export function planText(machine: Machine, index: number, odds: Odds): string {
  const window = machine.windows[index] as Window;
  const { clock, when, hi } = window;
  const openWord = `open[${index >> 5}]`;
  const running = clock === undefined ? '' : `&&s[${clock}]>=0`;
  const close = `if(!(${guardText(when)}${running})){${openWord}&=~${bitOf(index)};return}`;
  const start = clock === undefined ? `was?ps[${index}]:g[0]` : `s[${clock}]`;
  const opening = `const was=(${openWord}&${bitOf(index)})!==0,start=${start};`;
  if (hi === undefined && window.site !== odds.begins.site)
    return `function p${index}(){${close}${opening}if(was&&ps[${index}]===start)return;${openWord}|=${bitOf(index)};ps[${index}]=start;${freelyText(window, index, odds)}}`;
  if (hi === undefined)
    return `function p${index}(){${close}${opening}${openWord}|=${bitOf(index)};ps[${index}]=start;if(g[4]!==0){${openWord}&=~${bitOf(index)};return}${movesText(`Math.max(g[0],start+${window.lo})`, window, index, false)}}`;
  return `function p${index}(){${close}${opening}
if(was&&ps[${index}]===start){${isHuman(window) ? `if(never[${index}]!==0){${lateText(machine, index)}}` : ''}return}
${openWord}|=${bitOf(index)};ps[${index}]=start;${askText(machine, index, odds)}}`;
}

/** When it is due and nobody has moved, its owner fails; a window without a clock is due at once. */
function lateText(machine: Machine, index: number): string {
  const window = machine.windows[index] as Window;
  const due = window.clock === undefined ? 'g[0]' : `Math.max(g[0],start+${window.hi})`;
  const never = window.clock === undefined && window.lo > 0;
  return never ? `at[${index}]=${NEVER};` : movesText(due, window, index, true);
}

function freelyText(window: Window, index: number, odds: Odds): string {
  const { percent, within } = odds.free ?? { percent: 0, within: 0 };
  const time = `Math.max(g[0],start+${window.lo}+${belowText(within + 1)})`;
  return `if(draw()%100<${percent}){${movesText(time, window, index, false)}}else at[${index}]=${NEVER};`;
}

function askText(machine: Machine, index: number, odds: Odds): string {
  const window = machine.windows[index] as Window;
  const { lo } = window;
  const drawn = belowText((window.hi as number) - lo + 1);
  const answer = movesText(`Math.max(g[0],start+${lo}+${drawn})`, window, index, false);
  if (!isHuman(window)) return answer;
  return `if(draw()%100<${odds.failurePercent}){never[${index}]=1;${lateText(machine, index)}}else{never[${index}]=0;${answer}}`;
}
