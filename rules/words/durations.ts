import { parseSeconds, parseSpan } from '../../model/duration.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

const IN_WORDS = new RegExp(
  `\\b(\\d+|${Object.keys(NUMBERS).join('|')})[ -](${Object.keys(SECONDS).join('|')})s?\\b`,
  'gi',
);
/** Before a length of time that looks back and limits nothing. */
const LOOKS_BACK = /\b(last|past|latest|recent|previous|first)\s+$/i;

/** Lengths of time that a sentence names in words, in seconds, with the words. */
export const durationsIn = (text: string): { seconds: number; words: string }[] =>
  [...text.matchAll(IN_WORDS)]
    .filter(({ index }) => !LOOKS_BACK.test(text.slice(0, index)))
    .map(([words, number = '', unit = '']) => ({
      words,
      seconds: (NUMBERS[number.toLowerCase()] ?? Number(number)) * (SECONDS[unit.toLowerCase()] as number),
    }));

const EXACT = /^\d+(s|m|h|d)$/;
const SPAN = /^\d+[smhd]?\.\.\d+[smhd]?$/;

/** Every length of time that a value holds as data: durations and both ends of spans, in seconds. */
export function durationsAsData(value: unknown, found = new Set<number>()): Set<number> {
  if (typeof value === 'string') {
    if (EXACT.test(value)) found.add(parseSeconds(value));
    else if (SPAN.test(value)) for (const end of Object.values(parseSpan(value))) found.add(end);
  } else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) durationsAsData(inner, found);
  return found;
}
