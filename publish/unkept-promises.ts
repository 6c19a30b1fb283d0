import type { Waiver } from '../model/generated/types.ts';
import type { Position } from '../model/position.ts';
import { counted } from './prose.ts';

/** A promise that the book itself breaks, with the drill that keeps its story and whoever answers for it. */
export interface UnkeptPromise {
  readonly text: string;
  readonly position: Position | undefined;
  /** The file of the drill. */
  readonly drill: string;
  readonly late: readonly string[];
  /** What happens, each with its time: `0:05`. */
  readonly lines: readonly { readonly at: string; readonly text: string }[];
  readonly waiver: Waiver | undefined;
}

/** How the page of findings begins: what no effort on the day will keep. */
export function unkeptPromises(unkept: readonly UnkeptPromise[]): string[] {
  if (unkept.length === 0) return [];
  return [
    '## What the book itself cannot keep',
    `${counted(unkept.length, 'promise breaks', 'promises break')} although everybody keeps the pace that the book assumes of them, save those who are named. \`drillbook prove\` found the cheapest way to each, and \`drillbook replay\` plays it minute by minute.`,
    ...unkept.flatMap(section),
  ];
}

function section({ text, position, drill, late, lines, waiver }: UnkeptPromise): string[] {
  const who = late.length === 0 ? 'Nobody is late' : `Late: ${escaped(late.join(', '))}`;
  const place = position
    ? `[${position.file}:${position.line}](../../${position.file}#L${position.line}) · `
    : '';
  return [
    `### ${escaped(text.replace(/\.$/, ''))}`,
    `${who}, and still it breaks:`,
    ...(lines.length === 0
      ? []
      : [lines.map(({ at, text: line }) => `- ${at === '' ? '' : `**${at}** `}${escaped(line)}`).join('\n')]),
    `${answer(waiver)}<br>${place}[the drill](../../${drill})`,
  ];
}

const answer = (waiver: Waiver | undefined): string =>
  waiver
    ? `*${escaped(waiver.reason).replace(/([^.])$/, '$1.')}* Waived by \`${waiver.owner}\` until ${waiver.expires}.`
    : '**Nobody answers for it yet.**';

/** Text of a book is no markup. */
const escaped = (text: string): string => text.replaceAll(/[<>&*_`[\]\\]/g, '\\$&');
