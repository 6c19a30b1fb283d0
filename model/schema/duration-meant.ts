const SECONDS: readonly [RegExp, number][] = [
  [/^s(ec(ond)?s?)?$/, 1],
  [/^m(in(ute)?s?)?$/, 60],
  [/^h(ou)?(rs?)?$/, 3600],
  [/^d(ays?)?$/, 86_400],
  [/^w(eeks?)?$/, 604_800],
];

/** Longer text means no duration, and the patterns below would search it for minutes. */
const MAX_LENGTH = 60;

/** What a bound begins with when somebody thinks that it could be open. */
export const COMPARISON = /^(<=?|>=?|≤|≥|~|under|within|less than|at most|up to|max\.?)\s*/i;

/** The duration in the form of the schemas that somebody meant by `15 min`, `<15m`, `1h30m` or `2 weeks`. */
export function durationMeant(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const bare = text.trim().replace(COMPARISON, '').toLowerCase();
  if (/^[1-9]\d* business days?$/.test(bare)) return bare;
  const parts = [...bare.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== bare) return undefined;
  let total = 0;
  for (const [, count, unit] of parts) {
    const seconds = SECONDS.find(([name]) => name.test(unit as string))?.[1];
    if (seconds === undefined) return undefined;
    total += Number(count) * seconds;
  }
  return Number.isSafeInteger(total) ? inOneUnit(total, parts[0]?.[2] as string) : undefined;
}

/** The span meant by `5m-15m`, `5-15m` or `5m`. */
export function spanMeant(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [, first = '', second] = /^(.+?)\s*(?:\.{2,}|-|–|\bto\b)\s*(.+)$/i.exec(text.trim()) ?? [];
  if (second === undefined) {
    const only = durationMeant(text);
    return only && `0..${only}`;
  }
  const high = durationMeant(second);
  const low = /^\d+$/.test(first)
    ? durationMeant(`${first}${second.replace(/^[\d.\s]+/, '')}`)
    : durationMeant(first);
  return high && low && `${/^0/.test(low) ? '0' : low}..${high}`;
}

function inOneUnit(seconds: number, unit: string): string {
  if (seconds === 0) return `0${unit.charAt(0) === 'w' ? 'd' : unit.charAt(0)}`;
  for (const [letter, length] of [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ] as const)
    if (seconds % length === 0 && (letter !== 'd' || /^[dw]/.test(unit)))
      return `${seconds / length}${letter}`;
  return `${seconds}s`;
}
