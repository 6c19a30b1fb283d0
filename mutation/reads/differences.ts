import type { Book } from '../../model/book.ts';
import { ALL, child } from './node-name.ts';

/** Names of the nodes that differ between two books, as whoever reads one of them would name them. */
export function differences(before: Book, after: Book): Set<string> {
  const found = new Set<string>();
  const compare = (a: unknown, b: unknown, node: string): void => {
    if (a === b) return;
    const [left, right] = [keyed(a), keyed(b)];
    if (!left || !right) {
      found.add(node);
      return;
    }
    if (!sameOrder([...left.keys()], [...right.keys()])) found.add(child(node, ALL));
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      if (key === 'at') continue;
      if (!left.has(key) || !right.has(key)) found.add(child(node, key));
      else compare(left.get(key), right.get(key), child(node, key));
    }
  };
  for (const key of Object.keys(before) as (keyof Book)[])
    if (typeof before[key] !== 'function') compare(before[key], after[key], key);
  return found;
}

/** What can be looked into; undefined for a plain value. */
function keyed(value: unknown): ReadonlyMap<unknown, unknown> | undefined {
  if (value instanceof Map) return value;
  if (value instanceof Set) return new Map([...value].map((each) => [each, each]));
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value));
}

const sameOrder = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);
