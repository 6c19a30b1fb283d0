import type { WriteStream } from 'node:tty';

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  bad(text: string): string;
  good(text: string): string;
  mark(text: string): string;
  warn(text: string): string;
}

const plain = (text: string) => text;
const colour = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;

export const NO_PAINT: Paint = { bold: plain, dim: plain, bad: plain, good: plain, mark: plain, warn: plain };
const COLOURS: Paint = {
  bold: colour(1),
  dim: colour(2),
  bad: colour(31),
  good: colour(32),
  mark: colour(36),
  warn: colour(33),
};

/** Colour for a terminal that has it; Node asks NO_COLOR and TERM. */
export const paintFor = (stream: Partial<Pick<WriteStream, 'isTTY' | 'hasColors'>>): Paint =>
  stream.isTTY && stream.hasColors?.() ? COLOURS : NO_PAINT;
