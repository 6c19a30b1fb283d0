const EMPTY = new Set(
  'a an the is are was be been has have of by in on at for to and or it its this that with when while which'.split(
    ' ',
  ),
);

/** The words of a condition that carry its meaning, numbers with their units included. */
export const meaningIn = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}%.]+/gu) ?? [])
      .map((word) => word.replace(/[.]$/, ''))
      .filter((word) => word !== '' && !EMPTY.has(word)),
  );

/** "Always" and "typically" are no conditions. */
const isNone = (condition: string | undefined): boolean =>
  condition === undefined || /^(always|typically|usually|normally|generally)\b/i.test(condition);

/**
 * Whether two conditions are the same one in other words: every word that matters in the shorter stands in the longer, and
 * what the longer adds only names the subject.
 */
export function saysTheSame(one: string | undefined, other: string | undefined, subject: string): boolean {
  if (isNone(one) || isNone(other)) return isNone(one) && isNone(other);
  const [shorter, longer] = [meaningIn(one ?? ''), meaningIn(other ?? '')].sort((a, b) => a.size - b.size);
  const known = meaningIn(subject);
  if (!shorter || !longer || shorter.size === 0) return false;
  const added = [...longer].filter((word) => !shorter.has(word));
  return added.length === longer.size - shorter.size && added.every((word) => known.has(word));
}
