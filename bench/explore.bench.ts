import { wholeCone } from '../simulator/explore/cone/cone.ts';
import { shortcutsOf } from '../simulator/explore/search/future.ts';
import { generateEngine } from '../simulator/explore/search/generate.ts';
import { search } from '../simulator/explore/search/search.ts';
import { toy } from './books.ts';
import type { Bench } from './harness.ts';
import { exploreNaively } from './naive-explorer.ts';

const { machine } = toy();
const PROMISE = machine.promises.findIndex(({ name }) => name === 'update/P1');
const BUDGET = { states: 1e6, bytes: 1e9 };
/** Both sides stop at the same break, and at the same shortcuts. */
const COST = 1;

const cone = wholeCone(machine, [PROMISE]);
const { live, mayReach } = shortcutsOf(cone);
const [breakable] = mayReach;
const shortcuts = { live, ...(breakable ? { breakable } : {}) };
const engine = generateEngine(cone);

function searched(): number {
  const { states, breaks } = search(engine, 1, BUDGET);
  if (breaks[0]?.cost !== COST) throw new Error('the search found another break');
  return states;
}

function naive(): number {
  const { states, cost } = exploreNaively(machine, PROMISE, shortcuts);
  if (cost !== COST) throw new Error('the naive search found another break');
  return states;
}

const { states, bytes } = search(engine, 1, BUDGET);

const bench: Bench = {
  name: 'states of the toy',
  about: `the cheapest break of ${machine.promises[PROMISE]?.name} in bench/toy, per state found; ${states} packed states hold ${(bytes / states).toFixed(1)} bytes each with all that finds them again`,
  baseline: { name: 'Set of strings', run: naive },
  subject: { name: 'search', run: searched },
  rounds: 9,
  reads: 'speed',
  unit: 'states',
};

export default bench;
