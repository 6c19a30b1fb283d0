import type { Machine, Window } from '../kernel/machine.ts';
import { NEVER, type Ranking } from './rank.ts';

/**
 * Statements that find which plan of all is the first: when, at `time`, and which `way`. One whose owner is late and no longer
 * bound never moves.
 */
export function firstText({ windows }: Machine, { span, late: [from, to] }: Ranking): string {
  const word = (k: number) =>
    `for(let b=open[${k}];b!==0;b&=b-1){const plan=plans[${32 * k + 31}-Math.clz32(b&-b)];if(plan<best)best=plan}`;
  const words = Array.from({ length: Math.ceil(windows.length / 32) }, (_, k) => word(k)).join('');
  return `let time=0,way=0;do{let best=${NEVER * span};${words}time=best/${span}|0;way=best-time*${span}|0}while(way>=${from}&&way<${to}&&!bound(way));`;
}

/** A function that says whether the owner who is late on this way is still bound there, and gives up the plan if not. */
export function boundText({ windows }: Machine, { ways, span, late: [from, to] }: Ranking): string {
  const cases = ways
    .slice(from, to)
    .map(
      ({ window }, place) =>
        `case ${from + place}:if(!(${isBoundText(windows[window] as Window)})){plans[${window}]=${NEVER * span};return false}break;`,
    )
    .join('');
  return `function bound(i){switch(i){${cases}}return true}`;
}

/** Does a bound of this window still bind its owner, or a seat of the group? The kernel's `canStillBeBound`. */
function isBoundText({ owner, answered }: Window): string {
  if (owner.kind === 'person') return `v[${owner.failed}]===0`;
  if (owner.kind !== 'group') return 'true';
  return `${owner.seats}-v[${owner.failed}]${answered === undefined ? '' : `-v[${answered}]`}>0`;
}
