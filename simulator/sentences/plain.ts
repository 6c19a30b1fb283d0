/** `notify-custodian` as a reader says it: notify custodian. */
export const plain = (id: string): string => id.replaceAll('-', ' ');

export const quoted = (words: string): string => `“${words}”`;

/** `a, b and c`; `a, b or c`. */
export const joined = (parts: readonly string[], word: 'and' | 'or'): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
