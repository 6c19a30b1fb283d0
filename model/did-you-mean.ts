import { distance } from 'fastest-levenshtein';

/** The closest of `known` to what was typed, if it is close enough to be a slip: distance at most max(2, length / 3). */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  const allowed = Math.max(2, Math.floor(typed.length / 3));
  let best: { word: string; off: number } | undefined;
  for (const word of known) {
    if (Math.abs(word.length - typed.length) > allowed) continue; // the distance is at least that
    const off = distance(typed, word);
    if (off > allowed || (best && (off > best.off || (off === best.off && word >= best.word)))) continue;
    best = { word, off };
  }
  return best?.word;
}

/** The same as a hint: "did you mean `within`?". */
export function didYouMeanHint(typed: string, known: Iterable<string>): string | undefined {
  const word = didYouMean(typed, known);
  return word === undefined ? undefined : `did you mean \`${word}\`?`;
}
