import { expect, test } from 'vitest';
import { nodeModules, wrongDirections } from './imports.ts';
import { impurities } from './impurities.ts';
import { PURE_ROOMS, ROOMS } from './rooms.ts';
import { parseSource, sourcesIn } from './sources.ts';

test.each(Object.entries(ROOMS))('%s imports nothing of ours but [%s]', (room) => {
  expect(sourcesIn(room).flatMap(wrongDirections)).toEqual([]);
});

test.each(PURE_ROOMS)('%s touches neither files nor network nor any other module of Node', (room) => {
  expect(sourcesIn(room).flatMap(nodeModules)).toEqual([]);
});

test.each(PURE_ROOMS)('%s neither prints nor reads the clock nor draws randomness', (room) => {
  expect(sourcesIn(room).flatMap(impurities)).toEqual([]);
});

test.each([
  ['a static import', "import { x } from '../simulator/x.ts';"],
  ['a type import', "import type { X } from '../simulator/x.ts';"],
  ['a re-export', "export * from '../simulator/x.ts';"],
  ['a lazy import', "const x = await import('../simulator/x.ts');"],
  ['a type in place', "type X = import('../simulator/x.ts').X;"],
  ['an import of the commands', "import { x } from '../cli/x.ts';"],
  ['an import of a test', "import { x } from '../test/x.ts';"],
])('%s against the arrow is seen', (_, text) => {
  expect(wrongDirections(parseSource('model/wrong.ts', text))).toHaveLength(1);
});

test.each(["import 'node:fs';", "import { createHash } from 'crypto';", "const net = require('net');"])(
  '`%s` is seen in a pure room',
  (text) => {
    expect(nodeModules(parseSource('verifier/wrong.ts', text))).toHaveLength(1);
  },
);

test.each([
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  'console.log(1)',
  'process.env.HOME',
  'const { env } = process',
  'globalThis.process.exit()',
  'setTimeout(f, 5)',
  'performance.now()',
  'AbortSignal.timeout(5)',
])('`%s` is seen in a pure room', (text) => {
  expect(impurities(parseSource('simulator/wrong.ts', text))).toHaveLength(1);
});

test.each(['new Date(ms)', 'step.process', 'const f = (x: { console: 1 }) => x.console', '// process.env'])(
  '`%s` is fine in a pure room',
  (text) => {
    expect(impurities(parseSource('simulator/right.ts', text))).toEqual([]);
  },
);
