/** Every text that stands in a value, keys of mappings included; long texts are sentences and name nothing. */
export function namesIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) for (const item of value) namesIn(item, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      found.add(key);
      namesIn(inner, found);
    }
  return found;
}
