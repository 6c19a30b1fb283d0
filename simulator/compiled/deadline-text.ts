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

/** Statements that find the soonest deadline, and the soonest that is still to come. */
export const lookText = (machine: Machine): string =>
  `soonest=later=${NEVER};${eachOpen(machine, 'const due=a+pb[i];if(due<soonest)soonest=due;if(due>now&&due<later)later=due;')}g[3]=0;`;

/** A function that breaks what is overdue, in the order of the machine. */
export const overdueText = (machine: Machine): string =>
  `function overdue(){const now=g[0];${eachOpen(machine, 'if(a+pb[i]<=now)broke(i);')}}`;
