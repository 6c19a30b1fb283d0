import { printable } from '../printable.ts';

/** Longer than any fact that a person reads. */
const LONGEST = 600;

/** Text that may come from the network or a file, fit for one line of a terminal or a log. */
export function oneLine(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
}
