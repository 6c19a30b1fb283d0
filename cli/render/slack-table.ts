import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Paint } from '../paint.ts';
import { renderBreakLine } from './break-story.ts';
import { clockFace } from './clock.ts';
import { type Cell, cell, columns, fitted } from './table.ts';

/** Columns beside the text of a promise. */
const OTHERS = 58;
const BAR = 10;

/** A line a deadline: the longest way to it while nobody is late, and what that leaves; the tightest first. */
export function slackTable(proofs: readonly ToldProof[], width: number, paint: Paint): string[] {
  const timed = proofs.filter(({ slack }) => slack !== null).sort((a, b) => leftOf(a) - leftOf(b));
  if (timed.length === 0) return [];
  const rows = timed.map((proof): Cell[] => {
    const { bound, worst, proved } = proof.slack ?? { bound: 0, worst: 0, proved: false };
    const left = leftOf(proof);
    const colour = left < 0 ? paint.bad : left === 0 ? paint.warn : paint.good;
    return [
      cell(fitted(proof.text, Math.max(24, width - OTHERS))),
      cell(worst === null ? 'may never come' : `${proved ? '' : 'at least '}${spanWords(worst)}`),
      cell(`of ${spanWords(bound)}`, paint.dim),
      cell(worst === null ? '' : `${left < 0 ? '-' : ''}${spanWords(Math.abs(left))}`, colour),
      cell(barOf(bound, left), colour),
    ];
  });
  const head = ['longest, with nobody late', 'takes', '', 'slack', ''].map((text) => cell(text, paint.dim));
  return columns([head, ...rows], new Set([1, 3]));
}

const leftOf = ({ slack }: ToldProof): number =>
  slack === null ? 0 : slack.worst === null ? Number.NEGATIVE_INFINITY : slack.bound - slack.worst;

/** How much of the deadline is used; what does not fit ends in an arrow. */
function barOf(bound: number, left: number): string {
  if (left < 0) return `${'█'.repeat(BAR)}▶`;
  const used = Math.round(((bound - left) / bound) * BAR);
  return '█'.repeat(used) + '░'.repeat(BAR - used);
}

/** The run that takes so long. */
export function slackStory({ slack, text }: ToldProof, width: number, paint: Paint): string[] {
  if (!slack || slack.lines.length === 0) return [];
  const clock = clockFace(slack.lines.flatMap(({ at }) => at ?? []));
  return [
    paint.bold(`The longest way: ${text.replace(/\.$/, '')}`),
    ...slack.lines.map((line) => renderBreakLine(line, { clock, width, paint })),
  ];
}
