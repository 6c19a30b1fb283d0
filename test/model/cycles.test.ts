import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCycles } from '../../model/link/cycles.ts';

const graph = (edges: Readonly<Record<string, string[]>>) => new Map(Object.entries(edges));

test('a chain that ends has no circle, and an arrow to nowhere is none', () => {
  expect(findCycles(graph({ a: ['b'], b: ['c', 'gone'], c: [] }))).toEqual([]);
});

test('a circle is told without the way that leads into it', () => {
  expect(findCycles(graph({ a: ['b'], b: ['c'], c: ['d', 'end'], d: ['b'], end: [] }))).toEqual([
    ['b', 'c', 'd'],
  ]);
});

test('two circles are both told', () => {
  expect(findCycles(graph({ a: ['a'], b: ['c'], c: ['b', 'a'] }))).toEqual([['a'], ['b', 'c']]);
});

/** The slow way: some node can be reached from itself. */
function hasCycle(edges: ReadonlyMap<string, readonly string[]>): boolean {
  const reaches = (from: string, seen: Set<string>): Set<string> => {
    for (const to of edges.get(from) ?? []) if (!seen.has(to)) reaches(to, seen.add(to));
    return seen;
  };
  return [...edges.keys()].some((node) => reaches(node, new Set()).has(node));
}

test('a circle is found exactly when there is one, and each arrow of it exists', () => {
  const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const edges = fc.dictionary(node, fc.uniqueArray(node, { maxLength: 2 })).map(graph);
  fc.assert(
    fc.property(edges, (arrows) => {
      const cycles = findCycles(arrows);
      expect(cycles.length > 0).toBe(hasCycle(arrows));
      for (const cycle of cycles)
        for (const [index, from] of cycle.entries())
          expect(arrows.get(from)).toContain(cycle[(index + 1) % cycle.length]);
    }),
    { seed: 7, numRuns: 1000 },
  );
});

test('a chain of 100,000 is no stack overflow', () => {
  const names = Array.from({ length: 100_000 }, (_, i) => `n${i}`);
  const edges = new Map(
    names.map((name, i) => [name, i + 1 < names.length ? [names[i + 1] as string] : ['n0']]),
  );
  expect(findCycles(edges)[0]).toHaveLength(100_000);
});
