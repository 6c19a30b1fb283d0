/** Statements that mark these indices in an array of bits; with `&open` only those that are marked there. */
export const marks = (array: string, indices: readonly number[], among: '' | '&open' = ''): string => {
  const words = new Map<number, number>();
  for (const index of indices) words.set(index >> 5, (words.get(index >> 5) ?? 0) | (1 << (index & 31)));
  return [...words]
    .map(([word, bits]) => `${array}[${word}]|=${bits}${among && `${among}[${word}]`};`)
    .join('');
};

/** The bit of an index in its word. */
export const bitOf = (index: number): string => String(1 << (index & 31));
