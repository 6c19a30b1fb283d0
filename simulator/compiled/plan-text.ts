import type { Machine, Window } from '../kernel/machine.ts';
import { beginsAt, type Chances, chanceText } from './chances.ts';
import { guardText } from './effect-text.ts';
import { bitOf } from './marks.ts';
import { isHuman, NEVER, type Ranking } from './rank.ts';
import { clockPlace, conditionsOf, unlessAll } from './waits.ts';

/** In a random run a free window may move only where an incident begins, or where the odds say how often. */
export const isWatched = ({ hi, site }: Window, odds: Chances): boolean =>
  hi !== undefined || beginsAt(site, odds).length > 0 || odds.free !== undefined;

const TURN = 'g[2]=g[2]+0x9e3779b9|0';

/** The same numbers as `splitmix32`, kept as signed integers; `y` is of the function around it. */
export const DRAW = `(y=${TURN},y^=y>>>16,y=Math.imul(y,0x21f0aaad),y^=y>>>15,y=Math.imul(y,0x735a2d97),(y^y>>>15)>>>0)`;

/** An even draw below n; below one nothing is left to draw but the turn. */
export const belowText = (n: number): string => (n === 1 ? `(${TURN},0)` : `${DRAW}%${n}`);

/** What a window is planned by. */
interface Planning {
  readonly machine: Machine;
  readonly odds: Chances;
  readonly ranking: Ranking;
}

const movesText = (time: string, { ranking }: Planning, index: number, late: boolean): string =>
  `plans[${index}]=${ranking.span}*${time}+${ranking.placeOf(index, late)};`;

/**
 * Closes a window whose guard is false, keeps a plan whose clock has not started again, else asks when it moves. The body of a
 * loop over marked windows: a call for each would take longer than most of them.
 */
export function planText(planning: Planning, index: number): string {
  const { machine, odds } = planning;
  const { clock, when, hi, site, lo } = machine.windows[index] as Window;
  const [open, idle, bit] = [`open[${index >> 5}]`, `idle[${index >> 5}]`, bitOf(index)];
  const running =
    clock === undefined ? [] : [{ text: `s[${clock}]>=0`, reads: [clockPlace(machine, clock)] }];
  const conditions = [...conditionsOf(when, guardText), ...running];
  const closed = `${open}&=~${bit};${hi === undefined ? `${idle}&=~${bit};` : ''}continue`;
  const close = unlessAll(machine, 'ww', index, conditions, closed);
  const start = clock === undefined ? `was?ps[${index}]:g[0]` : `s[${clock}]`;
  const known = hi === undefined ? `(${open}|${idle})` : open;
  const opening = `const was=(${known}&${bit})!==0,start=${start};`;
  const body = hi === undefined ? freeText(planning, index) : boundText(planning, index);
  const places = beginsAt(site, odds);
  const begins =
    places.length === 0 || hi !== undefined
      ? ''
      : `if(${places.map((place) => `g[8]===${place}`).join('||')}){${open}|=${bit};ps[${index}]=start;if(g[4]!==0){${open}&=~${bit};continue}${movesText(`Math.max(g[0],start+${lo})`, planning, index, false)}continue}`;
  return `let y=0,r=0;${close}${opening}${begins}${body}`;
}

/** What nobody is bound to do: whether and when is drawn once, when it becomes possible. */
function freeText(planning: Planning, index: number): string {
  const { machine, odds } = planning;
  const { lo } = machine.windows[index] as Window;
  if (odds.free === undefined) return '';
  const [open, idle, bit] = [`open[${index >> 5}]`, `idle[${index >> 5}]`, bitOf(index)];
  const time = `Math.max(g[0],start+${lo}+${withinText(odds)})`;
  return `if(was&&ps[${index}]===start)continue;ps[${index}]=start;if(${DRAW}%100<${chanceText(odds, 'free')}){${open}|=${bit};${idle}&=~${bit};${movesText(time, planning, index, false)}}else{${idle}|=${bit};${open}&=~${bit}}`;
}

function boundText(planning: Planning, index: number): string {
  const late = isHuman(planning.machine.windows[index] as Window)
    ? `if(never[${index}]!==0){${lateText(planning, index)}}`
    : '';
  return `if(was&&ps[${index}]===start){${late}continue}open[${index >> 5}]|=${bitOf(index)};ps[${index}]=start;${askText(planning, index)}`;
}

/** When it is due and nobody has moved, its owner fails; a window without a clock is due at once. */
function lateText(planning: Planning, index: number): string {
  const window = planning.machine.windows[index] as Window;
  const due = window.clock === undefined ? 'g[0]' : `Math.max(g[0],start+${window.hi})`;
  const never = window.clock === undefined && window.lo > 0;
  return never ? `plans[${index}]=${NEVER * planning.ranking.span};` : movesText(due, planning, index, true);
}

function askText(planning: Planning, index: number): string {
  const { odds } = planning;
  const window = planning.machine.windows[index] as Window;
  const { lo } = window;
  const answer = movesText(`Math.max(g[0],start+${lo}+${ageText(odds, window)})`, planning, index, false);
  if (!isHuman(window)) return answer;
  return `if(${DRAW}%100<${chanceText(odds, 'failures')}){never[${index}]=1;${lateText(planning, index)}}else{never[${index}]=0;${answer}}`;
}

/** Even, within so many grains. */
const withinText = (odds: Chances): string =>
  odds.perRun ? `${DRAW}%(${chanceText(odds, 'within')}+1)` : belowText((odds.free?.within ?? 0) + 1);

/** How long after its lower bound it moves: drawn by the pace, if there is one, or evenly. */
function ageText(odds: Chances, { lo, hi }: Window): string {
  const width = (hi as number) - lo;
  const even = belowText(width + 1);
  if (odds.pace === undefined) return even;
  const [earliest, latest] = [chanceText(odds, 'earliest'), chanceText(odds, 'latest')];
  return `(r=${DRAW}%100,r<${earliest}?0:r<${earliest}+${latest}?${width}:${even})`;
}
