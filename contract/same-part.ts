import { plainWords } from './same-words.ts';

/** Whether two parts say the same line by line; how they are set does not count. */
export const samePart = (one: string, other: string): boolean => {
  const words = (text: string) => text.split(/\r?\n/).map(tableWords).join('\n').trim();
  return words(one) === words(other);
};

/** Columns of a table may be padded, and its rule drawn longer. */
const tableWords = (line: string) =>
  line
    .split('|')
    .map((cell) => plainWords(cell).replace(/-{3,}/g, '---'))
    .join('|');
