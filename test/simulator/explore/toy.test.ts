import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exploreNaively, type Shortcuts } from '../../../bench/naive-explorer.ts';
import { toPromela } from '../../../bench/to-promela.ts';
import { toy } from '../../../bench/toy.ts';
import { wholeCone } from '../../../simulator/explore/cone/cone.ts';
import { shortcutsOf as ofCone } from '../../../simulator/explore/search/future.ts';
import { generateEngine } from '../../../simulator/explore/search/generate.ts';
import { search } from '../../../simulator/explore/search/search.ts';

const PML = 'bench/toy.pml';
const ALL = { states: 1e6, bytes: 1e8 };

function shortcutsOf(bound: number): Shortcuts {
  const { live, mayReach } = ofCone(wholeCone(toy(bound), [0]));
  return { live, breakable: mayReach[0] as never };
}

/** Every state, beyond the breaks too. */
const everything = (bound: number) => search(generateEngine(wholeCone(toy(bound), [0])), 1, ALL, () => false);

test.each([
  [1, 0],
  [2, 1],
  [3, 2],
  [4, undefined],
])('an answer within %d minutes breaks at cost %s', (bound, cost) => {
  expect(search(generateEngine(wholeCone(toy(bound), [0])), 1, ALL).breaks[0]?.cost).toBe(cost);
  expect(exploreNaively(toy(bound), 0, shortcutsOf(bound)).cost).toBe(cost);
});

test('by hand: before the alarm 1; Ann in time 3 and late 1; Ben in time 2 and late 2; answered 1', () => {
  const { states, complete } = everything(4);
  expect(complete).toBe(Number.POSITIVE_INFINITY);
  expect(states).toBe(exploreNaively(toy(4), 0, shortcutsOf(4)).states);
  expect(states).toMatchInlineSnapshot(`13`);
});

test('the Promela file in bench is the toy', () => {
  expect(readFileSync(PML, 'utf8')).toBe(toPromela(toy(4), shortcutsOf(4)));
});

const hasSpin = (() => {
  try {
    execFileSync('spin', ['-V']);
    execFileSync('cc', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

/** Exact storage, no reduction; assertions off counts every state, on gives the verdict. */
function spin(text: string, ...flags: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-spin-'));
  try {
    writeFileSync(join(folder, 'toy.pml'), text);
    execFileSync('spin', ['-a', '-o3', 'toy.pml'], { cwd: folder });
    execFileSync('cc', ['-O1', '-DSAFETY', '-DNOREDUCE', '-o', 'pan', 'pan.c'], { cwd: folder });
    return execFileSync('./pan', flags, { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!hasSpin).each([1, 2, 3, 4])(
  'SPIN stores the same states and gives the same verdict for %d minutes (skipped without spin and a C compiler)',
  (bound) => {
    const text = toPromela(toy(bound), shortcutsOf(bound));
    const stored = Number(/(\d+) states, stored/.exec(spin(text, '-A'))?.[1]);
    const errors = Number(/errors: (\d+)/.exec(spin(text))?.[1]);
    const ours = everything(bound);
    expect(stored).toBe(ours.states);
    expect(errors > 0).toBe(ours.first[0] !== undefined);
  },
);
