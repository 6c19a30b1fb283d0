/** Statements that mark these indices in an array of bits; among windows only those that stand open, where that is asked for. */
export const marks = (array: string, indices: readonly number[], standing = false): string => {
  const words = new Map<number, number>();
  for (const index of indices) words.set(index >> 5, (words.get(index >> 5) ?? 0) | (1 << (index & 31)));
  return [...words]
    .map(([word, bits]) => `${array}[${word}]|=${bits}${standing ? `&(open[${word}]|idle[${word}])` : ''};`)
    .join('');
};

/** The bit of an index in its word. */
export const bitOf = (index: number): string => String(1 << (index & 31));
