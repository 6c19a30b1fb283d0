import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';

const WIDTH = 100;
/** What a caret underlines: a quoted text or a word as ids, durations and keys are written; at least one character. */
const TOKEN = /^(?:"[^"]*"|'[^']*'|[\w.<>=+-]+)/;

export interface Frame {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly before: string | undefined;
  readonly text: string;
}

/** The line of a finding and the one before it, with carets under the word that is meant. */
export function codeFrame({ line, column, before, text }: Frame, paint: Paint): string {
  const gutter = String(line).length;
  const row = (mark: string, number: string, content: string) =>
    `${mark} ${paint.dim(`${number.padStart(gutter)} |`)} ${content}`.trimEnd();
  const start = Math.max(0, column - 1 - WIDTH + 20);
  const shown = (content: string) => printable(content.slice(start, start + WIDTH).replaceAll('\t', ' '));
  const indent = shown(text.slice(0, column - 1)).length;
  const length = TOKEN.exec(text.slice(column - 1))?.[0].length ?? 1;
  const carets = '^'.repeat(Math.max(1, Math.min(length, WIDTH - indent)));
  const rows = [
    row(paint.bad('>'), String(line), shown(text)),
    row(' ', '', `${' '.repeat(indent)}${paint.bad(carets)}`),
  ];
  if (before?.trim()) rows.unshift(row(' ', String(line - 1), shown(before)));
  return rows.join('\n');
}
