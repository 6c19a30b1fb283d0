import { expect, test } from 'vitest';
import { PRODUCT_FOLDERS } from './rooms.ts';
import allowed from './sizes.json' with { type: 'json' };
import { type Distribution, distribution, fileSizes, functionSizes, type Sized } from './sizes.ts';
import { parseSource, sourcesIn } from './sources.ts';

const product = PRODUCT_FOLDERS.flatMap(sourcesIn);
const measured: Record<keyof typeof allowed, Sized[]> = {
  files: fileSizes(product),
  functions: functionSizes(product),
  testFiles: fileSizes(sourcesIn('test')),
};
const kinds = Object.keys(allowed) as (keyof typeof allowed)[];

/** The figures that no edit of sizes.json may pass. */
const CEILING: Record<keyof typeof allowed, Distribution> = {
  files: { median: 60, p95: 200, max: 300 },
  functions: { median: 10, p95: 40, max: 70 },
  testFiles: { median: 120, p95: 250, max: 300 },
};
/** A handful of files jumps with every commit; from here on the figures mean something and the ratchet turns. */
const ENOUGH = { files: 150, functions: 600, testFiles: 100 };
const CLEAR_MARGIN = 1.3;

const largest = (sizes: readonly Sized[]) =>
  [...sizes]
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 5)
    .map(({ name, lines }) => `${name} has ${lines} lines`)
    .join('\n');

test.each(kinds)('%s are no larger than sizes.json allows', (kind) => {
  const { median, p95, max } = distribution(measured[kind]);
  const message = largest(measured[kind]);
  expect(median, `median; the largest:\n${message}`).toBeLessThanOrEqual(allowed[kind].median);
  expect(p95, `95th percentile; the largest:\n${message}`).toBeLessThanOrEqual(allowed[kind].p95);
  expect(max, `maximum; the largest:\n${message}`).toBeLessThanOrEqual(allowed[kind].max);
});

test.each(kinds)('sizes.json never allows more for %s than the project set out with', (kind) => {
  for (const figure of ['median', 'p95', 'max'] as const) {
    expect(allowed[kind][figure], figure).toBeLessThanOrEqual(CEILING[kind][figure]);
  }
});

test.each(kinds)('where %s have become clearly smaller than allowed, sizes.json is lowered', (kind) => {
  if (measured[kind].length < ENOUGH[kind]) return;
  const real = distribution(measured[kind]);
  for (const figure of ['median', 'p95', 'max'] as const) {
    const message = `lower ${kind}.${figure} in test/house/sizes.json: it is ${real[figure]} now`;
    expect(allowed[kind][figure], message).toBeLessThanOrEqual(Math.ceil(real[figure] * CLEAR_MARGIN) + 2);
  }
});

test('a function is measured from its first line to its last, whatever form it has', () => {
  const text =
    'function a() {\n}\nconst b = () =>\n  1;\nclass C {\n  d() {\n    return 1;\n  }\n}\nabstract class E { abstract f(): void }';
  expect(functionSizes([parseSource('x.ts', text)]).map(({ lines }) => lines)).toEqual([2, 2, 3]);
});
