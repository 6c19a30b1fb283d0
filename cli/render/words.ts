/** `notify-custodian` as a reader says it: notify custodian. */
export const plainId = (id: string): string => id.replaceAll('-', ' ');

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room
const COLOUR = /\u001b\[\d+m/g;
const roomOf = (text: string): number => text.replace(COLOUR, '').length;

/** Wraps at spaces; the first line is `indent` shorter already, the others are indented by it. */
export function wrap(text: string, width: number, indent: number): string {
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && roomOf(line) + 1 + roomOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
