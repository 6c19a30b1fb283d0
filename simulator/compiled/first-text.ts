import type { Machine, Window } from '../kernel/machine.ts';
import { isHuman, NEVER } from './rank.ts';

/**
 * Asks the windows that opened when they are going to move, and says which of all that are open moves first, or -1. One whose
 * owner is late and no longer bound never moves.
 */
export function firstText({ windows }: Machine, watched: readonly number[]): string {
  const word = (k: number) =>
    `for(let b=open[${k}];b!==0;b&=b-1){const i=${32 * k + 31}-Math.clz32(b&-b),a=at[i];if(a<time||a===time&&best>=0&&rank[i]<rank[best]){time=a;best=i}}`;
  const words = Array.from({ length: Math.ceil(windows.length / 32) }, (_, k) => word(k)).join('');
  const cases = watched
    .filter((index) => isHuman(windows[index] as Window))
    .map((index) => `case ${index}:return ${boundText(windows[index] as Window)};`)
    .join('');
  return `function bound(i){switch(i){${cases}}return true}
function first(){plan();for(;;){let best=-1,time=${NEVER};${words}if(best<0||never[best]!==1||bound(best))return best;at[best]=${NEVER}}}`;
}

/** Does a bound of this window still bind its owner, or a seat of the group? The kernel's `canStillBeBound`. */
function boundText({ owner, answered }: Window): string {
  if (owner.kind === 'person') return `v[${owner.failed}]===0`;
  if (owner.kind !== 'group') return 'true';
  return `${owner.seats}-v[${owner.failed}]${answered === undefined ? '' : `-v[${answered}]`}>0`;
}
