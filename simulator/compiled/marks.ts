/** Words that hold a bit for each of so many. */
export const wordsFor = (length: number): number => Math.max(1, Math.ceil(length / 32));

/** The words that hold these indices, with their bits. */
export function byWord(indices: readonly number[]): [word: number, bits: number][] {
  const words = new Map<number, number>();
  for (const index of indices) words.set(index >> 5, (words.get(index >> 5) ?? 0) | (1 << (index & 31)));
  return [...words];
}

/** Statements that mark these indices in an array of bits. */
export const marks = (array: string, indices: readonly number[]): string =>
  byWord(indices)
    .map(([word, bits]) => `${array}[${word}]|=${bits};`)
    .join('');

/** The bit of an index in its word. */
export const bitOf = (index: number): string => String(1 << (index & 31));

/**
 * The head of a function that works on these arrays in a loop. Constants of its own, taken before the loop: V8 does not look up
 * the addresses of arrays that a loop takes from outside.
 */
export const aliased = (name: string, arrays: readonly string[], parameter = ''): string =>
  `const ${arrays.map((array) => `${array}_${name}=${array}`).join(',')};function ${name}(${parameter}){const ${arrays.map((array) => `${array}=${array}_${name}`).join(',')};`;
