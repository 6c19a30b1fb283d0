import { distance } from 'fastest-levenshtein';

/** Names that people give are shorter, and books hold fewer: beyond this, guessing would only take time. */
const MAX_LENGTH = 100;
const MAX_WORDS = 10_000;

/** The closest of `known` to what was typed, if it is close enough to be a slip: distance at most max(2, length / 3). */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  const allowed = Math.max(2, Math.floor(typed.length / 3));
  if (typed.length > MAX_LENGTH) return undefined;
  let best: Guess | undefined;
  let seen = 0;
  for (const word of known) {
    if (++seen > MAX_WORDS) break;
    const longer = Math.abs(word.length - typed.length);
    if (longer > allowed) continue; // the distance is at least that
    const guess = { word, longer, off: distance(typed, word) };
    if (guess.off <= allowed && (!best || isCloser(guess, best))) best = guess;
  }
  return best?.word;
}

interface Guess {
  readonly word: string;
  readonly off: number;
  readonly longer: number;
}

/** Of two equally close words the one of the same length: two letters were swapped. */
function isCloser(a: Guess, b: Guess): boolean {
  if (a.off !== b.off) return a.off < b.off;
  return a.longer === b.longer ? a.word < b.word : a.longer < b.longer;
}

/** The same as a hint: "did you mean `within`?". */
export function didYouMeanHint(typed: string, known: Iterable<string>): string | undefined {
  const word = didYouMean(typed, known);
  return word === undefined ? undefined : `did you mean \`${word}\`?`;
}
