import type { Machine, Window } from '../kernel/machine.ts';
import { NEVER, type Ranking } from './rank.ts';

/**
 * Asks the windows that opened when they are going to move, and says which plan of all is the first. One whose owner is late and
 * no longer bound never moves.
 */
export function firstText({ windows }: Machine, { ways, span, late: [from, to] }: Ranking): string {
  const word = (k: number) =>
    `for(let b=open[${k}];b!==0;b&=b-1)best=Math.min(best,plans[${32 * k + 31}-Math.clz32(b&-b)]);`;
  const words = Array.from({ length: Math.ceil(windows.length / 32) }, (_, k) => word(k)).join('');
  const never = String(NEVER * span);
  const cases = ways
    .slice(from, to)
    .map(
      ({ window }, place) =>
        `case ${from + place}:if(!(${boundText(windows[window] as Window)})){plans[${window}]=${never};return false}break;`,
    )
    .join('');
  return `function bound(i){switch(i){${cases}}return true}
function first(){plan();for(;;){let best=${never};${words}const i=best-(best/${span}|0)*${span}|0;if(i<${from}||i>=${to}||bound(i))return best}}`;
}

/** Does a bound of this window still bind its owner, or a seat of the group? The kernel's `canStillBeBound`. */
function boundText({ owner, answered }: Window): string {
  if (owner.kind === 'person') return `v[${owner.failed}]===0`;
  if (owner.kind !== 'group') return 'true';
  return `${owner.seats}-v[${owner.failed}]${answered === undefined ? '' : `-v[${answered}]`}>0`;
}
