/** `malformedKey`, `MALFORMED_KEY`, `MalformedKey`, `malformed-key`: one name in kebab case. A prefix goes. */
export function codeName(written: string, prefix = ''): string {
  const own = prefix !== '' && written.startsWith(prefix) ? written.slice(prefix.length) : written;
  return own
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/[_\s]+/g, '-')
    .toLowerCase();
}

/** A table that is named with a trailing underscore stands for all constants that begin so. */
export const isPrefix = (table: string): boolean => table.endsWith('_');
