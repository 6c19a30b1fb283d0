// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const writtenOut = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Text of a file or a file name for a terminal or a log: what could steer it or hide in it is written out. The runner of
 * GitHub Actions obeys `##[command]` anywhere in a line of a log.
 */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, writtenOut).replaceAll('##[', `#${writtenOut('#')}[`);

/** One line of it: a text with a line break could write a line of its own. */
export const inOneLine = (text: string): string =>
  printable(text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'));

/**
 * A report whose every text is one line, and none of whose words a runner of GitHub Actions would take for a command once it is
 * wrapped to the start of a line.
 */
export function sayable<Report>(report: Report): Report {
  if (typeof report === 'string')
    return inOneLine(report).replace(/(^|\s):(?=:)/g, `$1${writtenOut(':')}`) as Report;
  if (Array.isArray(report)) return report.map(sayable) as Report;
  if (typeof report !== 'object' || report === null) return report;
  return Object.fromEntries(Object.entries(report).map(([key, value]) => [key, sayable(value)])) as Report;
}
