import { expect, test } from 'vitest';
import { toy } from '../../../bench/toy.ts';
import { wholeCone } from '../../../simulator/explore/cone/cone.ts';
import { generateEngine, writeEngine } from '../../../simulator/explore/search/generate.ts';
import { pack } from '../../../simulator/explore/search/layout.ts';

const cone = wholeCone(toy(4), [0]);
const engine = generateEngine(cone);

/** Moves that are possible with the page at Ann since two minutes: her last instant, and that of the timeout. */
function movesAtTheBell(annFailed: number, failures: boolean): string[] {
  const state = Int32Array.from([1, 1, annFailed, 0, 0, 1, 2, 2]);
  const packed = new Int32Array(engine.layout.words);
  pack(engine.layout, state, packed, 0);
  const count = engine.expand(packed, 0, failures, 1);
  return [...engine.move.slice(0, count)].map((number) => {
    const move = engine.moves[number];
    return move?.kind === 'fire' ? (cone.machine.windows[move.window]?.site ?? '') : (move?.kind ?? '');
  });
}

test('on the bell the timer waits until Ann has answered or failed', () => {
  expect(movesAtTheBell(0, false)).toEqual(['ann']);
  expect(movesAtTheBell(0, true)).toEqual(['fail']);
});

test('once she has failed, the timer and her late answer may come in either order, and time may not pass the timer', () => {
  expect(movesAtTheBell(1, false)).toEqual(['ann', 'timeout']);
});

test('no text of a machine enters the generated code', () => {
  const code = writeEngine(cone, engine.layout, engine.moves);
  const texts = [
    ...cone.machine.windows.map(({ site }) => site),
    ...cone.machine.variables.map(({ name }) => name),
    'answered-in-time',
  ];
  for (const text of texts) expect(code).not.toMatch(new RegExp(`\\b${text}\\b`));
  expect(code).not.toMatch(/["`]/);
});
