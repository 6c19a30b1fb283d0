import type { Odds } from '../choose/random.ts';
import type { Machine, Window } from '../kernel/machine.ts';
import type { Readers } from '../kernel/readers.ts';
import { falsifies } from './consequence-text.ts';
import { addText, effectsText, recordText } from './effect-text.ts';
import { bitOf, marks } from './marks.ts';
import { belowText } from './plan-text.ts';
import { firstAlternatives, TAG } from './trace-codes.ts';

/** Windows that may begin the incident: each is asked until one has. */
const beginnings = ({ windows }: Machine, odds: Odds): number[] =>
  windows.flatMap(({ site, hi }, index) => (site === odds.begins.site && hi === undefined ? [index] : []));

export function fireText(machine: Machine, readers: Readers, index: number, odds: Odds): string {
  const { alternatives, owner, site, when } = machine.windows[index] as Window;
  const first = firstAlternatives(machine)[index] as number;
  const asked = alternatives.length > 1 || owner.kind === 'nature';
  const fixed = Math.max(
    0,
    alternatives.findIndex(({ name }) => name === odds.begins.alternative),
  );
  const begins = asked && site === odds.begins.site;
  const chosen = begins ? String(fixed) : asked ? belowText(alternatives.length) : '0';
  const cases = alternatives
    .map(
      ({ effects }, way) =>
        `case ${way}:${recordText(TAG.fired, first + way)}${falsifies(effects, when) ? '' : marks('dw', [index])}${effectsText(machine, readers, effects)}break;`,
    )
    .join('');
  return `function f${index}(){${begins ? `g[4]=1;${marks('dw', beginnings(machine, odds))}` : ''}open[${index >> 5}]&=~${bitOf(index)};switch(${chosen}){${cases}}}`;
}

export function failText(machine: Machine, readers: Readers, index: number): string {
  const { owner } = machine.windows[index] as Window;
  if (owner.kind !== 'person' && owner.kind !== 'group') return `function l${index}(){}`;
  return `function l${index}(){${recordText(TAG.failed, index)}${addText(machine, readers, owner.failed, 1)}}`;
}
