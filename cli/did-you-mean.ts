import { distance } from 'fastest-levenshtein';

/** The closest of `known` to what was typed, if it is close enough to be a slip: distance at most max(2, length / 3). */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  const allowed = Math.max(2, Math.floor(typed.length / 3));
  const ranked = [...known]
    .map((word) => ({ word, off: distance(typed, word) }))
    .filter(({ off }) => off <= allowed)
    .sort((a, b) => a.off - b.off || (a.word < b.word ? -1 : 1));
  return ranked[0]?.word;
}
