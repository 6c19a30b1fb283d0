/**
 * JSON with sorted keys and two-space indentation, integers beyond 2^53 as strings: the same value gives the
 * same bytes.
 */
export function stableJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, (_key, entry) => sorted(entry), indent);
}

function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
