const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A length of time: whole seconds, or business days, whose real length depends on when they start. */
export type Length = { readonly seconds: number } | { readonly businessDays: number };

/** Parses what the `duration` definition of the schemas admits: `15m`, `72h`, `30d`, `5 business days`. */
export function parseDuration(text: string): Length {
  const business = /^(\d+) business days?$/.exec(text);
  if (business) return { businessDays: Number(business[1]) };
  return { seconds: parseSeconds(text) };
}

/** Seconds of a duration that is no business time; a caller's bug otherwise, the schemas keep such text out. */
export function parseSeconds(text: string): number {
  const match = /^(\d+)(s|m|h|d)?$/.exec(text);
  if (!match) throw new Error(`not a duration in real time: ${text}`);
  return Number(match[1]) * (SECONDS[match[2] ?? 's'] as number);
}

/** A closed range of seconds, from the `span` definition of the schemas: `0..5m`. */
export interface Seconds {
  readonly lo: number;
  readonly hi: number;
}

export function parseSpan(text: string): Seconds {
  const [lo, hi] = text.split('..') as [string, string];
  return { lo: parseSeconds(lo), hi: parseSeconds(hi) };
}

/** The shortest exact way to write whole seconds: 90 is `1m30s`, 7200 is `2h`, 0 is `0m`. */
export function writeSeconds(seconds: number): string {
  if (seconds === 0) return '0m';
  const parts: string[] = [];
  let rest = seconds;
  for (const unit of ['d', 'h', 'm', 's']) {
    const count = Math.floor(rest / (SECONDS[unit] as number));
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * (SECONDS[unit] as number);
  }
  return parts.join('');
}
