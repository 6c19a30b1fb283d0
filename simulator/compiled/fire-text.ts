import type { Machine, Window } from '../kernel/machine.ts';
import type { Readers } from '../kernel/readers.ts';
import { beginsAt, type Chances } from './chances.ts';
import { addText, effectsText, recordText } from './effect-text.ts';
import { bitOf, marks } from './marks.ts';
import { belowText } from './plan-text.ts';
import { firstAlternatives, TAG } from './trace-codes.ts';
import { waitsAfterwards } from './waits.ts';

/** Windows that may begin the incident where this one does: each is asked until one has. */
const beginnings = ({ windows }: Machine, wanted: string): number[] =>
  windows.flatMap(({ site, hi }, index) => (site === wanted && hi === undefined ? [index] : []));

/** Of each beginning at this window's site, its place and the alternative that comes here. */
function beginningWays({ windows }: Machine, index: number, odds: Chances): [place: number, way: number][] {
  const { alternatives, site } = windows[index] as Window;
  return beginsAt(site, odds).map((place) => {
    const wanted = odds.beginnings[place]?.alternative;
    return [
      place,
      Math.max(
        0,
        alternatives.findIndex(({ name }) => name === wanted),
      ),
    ];
  });
}

export function fireText(machine: Machine, readers: Readers, index: number, odds: Chances): string {
  const { alternatives, owner, site, when } = machine.windows[index] as Window;
  const first = firstAlternatives(machine)[index] as number;
  const asked = alternatives.length > 1 || owner.kind === 'nature';
  const drawn = asked ? belowText(alternatives.length) : '0';
  const ways = asked ? beginningWays(machine, index, odds) : [];
  const cases = alternatives
    .map(
      ({ effects }, way) =>
        `case ${way}:${recordText(TAG.fired, first + way)}${waitsAfterwards(machine, 'ww', index, effects, when) ?? marks('dw', [index])}${effectsText(machine, readers, effects)}break;`,
    )
    .join('');
  const way = `const w=${ways.map(([place, fixed]) => `g[8]===${place}?${fixed}:`).join('')}-1;`;
  const begun = ways.length === 0 ? '' : `${way}if(w>=0){g[4]=1;${marks('dw', beginnings(machine, site))}}`;
  const chosen = ways.length === 0 ? drawn : `w>=0?w:${drawn}`;
  return `function f${index}(){let y=0;${begun}open[${index >> 5}]&=~${bitOf(index)};switch(${chosen}){${cases}}}`;
}

export function failText(machine: Machine, readers: Readers, index: number): string {
  const { owner } = machine.windows[index] as Window;
  if (owner.kind !== 'person' && owner.kind !== 'group') return `function l${index}(){}`;
  return `function l${index}(){${recordText(TAG.failed, index)}${addText(machine, readers, owner.failed, 1)}}`;
}
