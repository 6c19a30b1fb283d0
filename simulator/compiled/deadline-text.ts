import type { Machine } from '../kernel/machine.ts';
import { NEVER } from './rank.ts';

const wordsOf = ({ promises }: Machine): number[] =>
  Array.from({ length: Math.ceil(promises.length / 32) }, (_, word) => word);

/** For each open promise `i` whose clock started at `a`. */
const eachOpen = (machine: Machine, body: string): string =>
  wordsOf(machine)
    .map(
      (word) =>
        `for(let b=live[${word}];b!==0;b&=b-1){const i=${32 * word + 31}-Math.clz32(b&-b),a=s[pc[i]];if(a>=0){${body}}}`,
    )
    .join('');

/** Is any promise with a deadline open? */
export const anyOpenText = (machine: Machine): string =>
  wordsOf(machine).length === 0
    ? 'false'
    : `(${wordsOf(machine)
        .map((word) => `live[${word}]`)
        .join('|')})!==0`;

/**
 * The open promises against the clock: `look` finds the soonest deadline and the soonest that is still to come, `overdue` breaks
 * in the order of the machine.
 */
export const deadlineText = (machine: Machine): string =>
  `function look(){const now=g[0];let soonest=${NEVER},later=${NEVER};${eachOpen(machine, 'const d=a+pb[i];if(d<soonest)soonest=d;if(d>now&&d<later)later=d;')}g[6]=soonest;g[7]=later;g[3]=0}
function overdue(){const now=g[0];${eachOpen(machine, 'if(a+pb[i]<=now)broke(i);')}}`;
