import type { Consequence, Machine } from '../kernel/machine.ts';
import type { Readers } from '../kernel/readers.ts';
import { effectsText, guardText } from './effect-text.ts';
import { aliased, marks } from './marks.ts';
import { conditionsOf, unlessAll, waitsAfterwards } from './waits.ts';

/** Fires when its guard holds; looked at again afterwards unless it certainly falsified its guard. */
export function consequenceText(machine: Machine, readers: Readers, index: number): string {
  const { when, effects } = machine.consequences[index] as Consequence;
  const again = waitsAfterwards(machine, 'wc', index, effects, when) ?? marks('dc', [index]);
  const refused = unlessAll(machine, 'wc', index, conditionsOf(when, guardText), 'return false');
  return `function c${index}(){${refused}if(g[5]++>=64)unsettled(${index});flush();${again}${effectsText(machine, readers, effects)}return true}`;
}

/** From the top again after each that fired: the lowest marked one is next. */
export function settleText({ consequences }: Machine): string {
  const words = Math.ceil(consequences.length / 32);
  const word = (k: number) =>
    `while(dc[${k}]!==0){const i=31-Math.clz32(dc[${k}]&-dc[${k}]);dc[${k}]&=dc[${k}]-1;if(consequence(i+${32 * k}))continue top;}`;
  const cases = consequences.map((_, index) => `case ${index}:return c${index}();`).join('');
  return `function consequence(i){switch(i){${cases}}return false}
${aliased('settle', ['dc', 'g'])}g[5]=0;top:for(;;){${Array.from({ length: words }, (_, k) => word(k)).join('')}return}}`;
}
