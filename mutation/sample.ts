import { fingerprint } from '../model/fingerprint.ts';

/** So many of them, in their order; another seed gives others, and most stay the same while the book changes elsewhere. */
export function sampleOf<Item extends { readonly fingerprint: string }>(
  items: readonly Item[],
  count: number,
  seed: number,
): Item[] {
  const drawn = items
    .map((item) => ({ item, lot: fingerprint('sample', item.fingerprint, [seed], '') }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count);
  const chosen = new Set(drawn.map(({ item }) => item));
  return items.filter((item) => chosen.has(item));
}
