/** `a`, `a` and `b`, `a`, `b` and `c`: ids in a sentence. */
export const ids = (names: Iterable<string>, last = 'and') => joined([...names].map(quoted), last);

export const quoted = (name: string) => `\`${name}\``;

export function joined(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

/** A list that names the first few and counts the rest. */
export function few(names: Iterable<string>, limit = 4): string {
  const all = [...names];
  if (all.length <= limit + 1) return ids(all);
  return `${all.slice(0, limit).map(quoted).join(', ')} and ${all.length - limit} more`;
}

/** `1 step`, `2 steps`, `2 policies`. */
export const count = (number: number, noun: string, plural = `${noun}s`) =>
  `${number} ${number === 1 ? noun : plural}`;
