import { splitmix32 } from '../simulator/choose/random.ts';
import { makeSimulator } from '../simulator/compiled/simulate.ts';
import { code, PROMISE_BITS, TAG, TAG_BITS } from '../simulator/compiled/trace-codes.ts';
import { PROMISE } from '../simulator/kernel/machine.ts';
import { toy } from './books.ts';
import type { Bench } from './harness.ts';
import { playToy } from './heap-baseline.ts';
import type { Answers } from './toy-incident.ts';

/** Short rounds, so that a busy machine is busy for both sides. */
const INCIDENTS = 5_000;

const { machine, odds, options } = toy();
const simulate = makeSimulator(machine, odds, options);
let seed = 0;

function drawnEvenly(): Answers {
  const draw = splitmix32(seed++);
  const below = (n: number) => draw() % n;
  return {
    time: (_site, _person, _start, _now, lo, hi) =>
      below(100) < odds.failurePercent ? undefined : lo + below(hi - lo + 1),
    choose: (_site, _now, n) => below(n),
  };
}

/** Both sides read their trace once, so that neither may leave it unwritten. */
function brokenInHeap(answers: Answers): number {
  let broken = 0;
  for (const { kind } of playToy(answers, options.horizon)) if (kind === 'promise-violated') broken++;
  return broken;
}

function brokenInEngine(): number {
  const { trace, length } = simulate(seed++);
  // What an entry says without the number of its promise: that one is violated, or broken by time.
  const tags = (1 << TAG_BITS) - 1;
  const what = code(tags, (1 << PROMISE_BITS) - 1);
  const violated = code(TAG.promise, PROMISE.violated);
  const byTime = TAG.broken;
  let broken = 0;
  for (let entry = 0; entry < length; entry++) {
    const said = trace[entry] as number;
    if ((said & tags) === byTime || (said & what) === violated) broken++;
  }
  return broken;
}

function rounds(play: () => number): number {
  let broken = 0;
  for (let incident = 0; incident < INCIDENTS; incident++) broken += play();
  if (broken === 0) throw new Error('no promise broke: nothing was played');
  return INCIDENTS;
}

const bench: Bench = {
  name: 'random incidents of the toy',
  about: 'bench/toy, promises checked and trace on, both sides draw their times and read their trace',
  baseline: {
    name: 'heap of objects',
    run: () => {
      const answers = drawnEvenly();
      return rounds(() => brokenInHeap(answers));
    },
  },
  subject: { name: 'compiled machine', run: () => rounds(brokenInEngine) },
  rounds: 101,
  reads: 'speed',
  unit: 'incidents',
};

export default bench;
