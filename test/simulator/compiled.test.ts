import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Odds, randomChooser } from '../../simulator/choose/random.ts';
import { compile } from '../../simulator/compiled/compile.ts';
import { programText } from '../../simulator/compiled/program-text.ts';
import { renderTrace } from '../../simulator/compiled/render-trace.ts';
import { makeSimulator } from '../../simulator/compiled/simulate.ts';
import { indexOf, TAG, tagOf } from '../../simulator/compiled/trace-codes.ts';
import { all, is } from '../../simulator/kernel/guard.ts';
import { type Machine, PROMISE } from '../../simulator/kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../../simulator/kernel/moves.ts';
import { machineBuilder } from '../../simulator/lower/builder.ts';
import { type RunOptions, run } from '../../simulator/run/run.ts';
import { plainRun } from './plain-run.ts';
import { randomMachine } from './random-machine.ts';
import { whatIsLeft } from './what-is-left.ts';

const odds: Odds = { failurePercent: 20, begins: { site: 'begin', alternative: 'this' } };
/** Half of what nobody is bound to do happens. */
const free: Odds = { ...odds, free: { percent: 50, within: 20 } };
/** Half of what comes comes at the ends of its window. */
const hasty: Odds = { ...free, pace: { earliest: 20, latest: 30 } };
/** As a program is made for them, with a beginning that no run of these tests has. */
const chances = { ...free, beginnings: [odds.begins, { site: 'w1', alternative: 'way 0' }] };
const someOdds = fc.constantFrom(odds, free, hasty);
const options = { until: 'drained', horizon: 60 } as const;
const ending = { ...options, closed: [0] };
const seeds = fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: 1, maxLength: 3 });

test('looking only at what changed leaves the trace that looking at everything leaves, byte for byte', () => {
  fc.assert(
    fc.property(
      randomMachine,
      seeds,
      fc.constantFrom<RunOptions['until']>('closed', 'drained'),
      someOdds,
      (machine, all, until, odds) => {
        for (const seed of all) {
          const settings = { until, horizon: 60 };
          const one = whatIsLeft(() => run(machine, randomChooser(seed, odds), settings));
          const other = whatIsLeft(() => plainRun(machine, randomChooser(seed, odds), settings));
          expect(pickTrace(one)).toEqual(pickTrace(other));
        }
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

/** The plain run also stops at bounds that bind nobody any more, so that its last instant may be a later one. */
const pickTrace = (left: ReturnType<typeof whatIsLeft>) =>
  typeof left === 'string' ? left : { trace: left.trace, stories: left.stories, values: left.values };

test('a compiled run, rendered, is the run of the same seed and beginning: trace, stories, final values and end', () => {
  fc.assert(
    fc.property(
      randomMachine,
      seeds,
      fc.constantFrom<RunOptions['until']>('closed', 'drained'),
      someOdds,
      (machine, all, until, odds) => {
        const settings = { until, horizon: 60 };
        let simulate: ReturnType<typeof makeSimulator>;
        try {
          simulate = makeSimulator(machine, odds, settings, chances.beginnings.slice(1));
        } catch (error) {
          if (!(error instanceof ConsequencesDoNotSettle)) throw error;
          expect(run(machine, randomChooser(0, odds), settings).stuck).toBe(error.message);
          return;
        }
        for (const [turn, seed] of all.entries()) {
          const begins = chances.beginnings[turn % 2] as Odds['begins'];
          expect(whatIsLeft(() => renderTrace(machine, simulate(seed, begins)))).toEqual(
            whatIsLeft(() => run(machine, randomChooser(seed, { ...odds, begins }), settings)),
          );
        }
      },
    ),
    { seed: 2, numRuns: 300 },
  );
});

test('the integers of a compiled run say by themselves what its records say', () => {
  fc.assert(
    fc.property(randomMachine, fc.integer(), (machine, seed) => {
      let outcome: ReturnType<ReturnType<typeof makeSimulator>>;
      try {
        outcome = makeSimulator(machine, odds, options)(seed);
      } catch {
        return;
      }
      const said = sayings(machine, outcome.trace.subarray(0, outcome.length));
      const { records } = renderTrace(machine, outcome);
      expect(said).toEqual(records.map(({ t, kind, event }) => `${t} ${kind} ${event}`));
    }),
    { seed: 3, numRuns: 600 },
  );
});

const VALUES = ['idle', 'opened', 'met', 'violated', 'excused'];

/** `time kind event` of each integer that is a record; the kernel keeps no record of an event of kind `paged`. */
function sayings(machine: Machine, trace: Int32Array): string[] {
  let now = 0;
  return [...trace].flatMap((entry) => {
    const index = indexOf(entry);
    const promise = machine.promises[tagOf(entry) === TAG.promise ? index >> 3 : index];
    const event = machine.events[index];
    switch (tagOf(entry)) {
      case TAG.time:
        now = index;
        return [];
      case TAG.failed:
        return [`${now} failed ${machine.windows[index]?.site}`];
      case TAG.event:
        return event?.kind === 'paged' ? [] : [`${now} ${event?.kind} ${event?.name}`];
      case TAG.promise:
        return [`${now} promise-${VALUES[index & 7]} ${promise?.name}`];
      case TAG.broken:
        return [`${now} promise-violated ${promise?.name}`];
      default:
        return [];
    }
  });
}

test('a consequence that does not falsify its guard is refused either way, not passed over', () => {
  const b = machineBuilder();
  const again = b.set('other');
  b.window({
    site: 'begin',
    doing: 'nature',
    owner: { kind: 'nature' },
    when: b.is('on', 0),
    alternatives: [{ name: 'this', effects: [b.set('on')] }],
    text: 'begins',
  });
  b.consequence('goes on', b.is('on'), again);
  const machine = b.build();
  expect(run(machine, randomChooser(1, odds), options).stuck).toContain('goes on fires for ever');
  expect(() => makeSimulator(machine, odds, options)(1)).toThrow('goes on fires for ever');
});

test('a deadline that stood before the incident began breaks at its time, in either run', () => {
  const b = machineBuilder();
  const register = b.variable('promise/p', 5);
  b.consequence('duty', b.is('duty', 0), b.set('duty'), b.start('c'), b.set('promise/p', PROMISE.open));
  b.window({
    site: 'begin',
    doing: 'nature',
    owner: { kind: 'nature' },
    when: b.is('on', 0),
    lo: 5,
    alternatives: [{ name: 'this', effects: [b.set('on')] }],
    text: 'begins',
  });
  b.promise({
    name: 'p',
    variable: register,
    clock: b.clock('c'),
    seconds: 9,
    expects: [],
    atClose: 'outlives',
    tolerance: { tolerate: 0, pinned: false },
    text: 'p',
  });
  const machine = b.build(1);
  const { trace, length } = makeSimulator(machine, odds, options)(1);
  expect(sayings(machine, trace.subarray(0, length))).toContain('9 promise-violated p');
  const { records } = run(machine, randomChooser(1, odds), options);
  expect(records.map(({ t, kind }) => `${t} ${kind}`)).toContain('9 promise-violated');
});

test('what waits for a promise to be broken happens one grain after its last instant, in either run', () => {
  const b = machineBuilder();
  const register = b.variable('promise/p', 5);
  b.window({
    site: 'begin',
    doing: 'nature',
    owner: { kind: 'nature' },
    when: b.is('on', 0),
    alternatives: [{ name: 'this', effects: [b.set('on'), b.start('c'), b.set('promise/p', PROMISE.open)] }],
    text: 'begins',
  });
  b.promise({
    name: 'p',
    variable: register,
    clock: b.clock('c'),
    seconds: 3,
    expects: [],
    atClose: 'outlives',
    tolerance: { tolerate: 0, pinned: false },
    text: 'p',
  });
  b.consequence(
    'noticed',
    all(is(register, PROMISE.violated), b.is('said', 0)),
    b.set('said'),
    b.emit('noticed', { kind: 'fact' }),
  );
  const machine = b.build(1);
  const { trace, length } = makeSimulator(machine, odds, options)(1);
  expect(sayings(machine, trace.subarray(0, length))).toContain('4 fact noticed');
  const { records } = run(machine, randomChooser(1, odds), options);
  expect(records.map(({ t, event }) => `${t} ${event}`)).toContain('4 noticed');
});

/** Names that the odds know. */
const KEPT = ['this', 'begin', 'w1', 'way 0'];

test('no text of a book is in the generated code: it is the same whatever the machine calls its parts', () => {
  fc.assert(
    fc.property(randomMachine, fc.string(), (machine, text) => {
      const renamed: Machine = JSON.parse(
        JSON.stringify(machine, (key, value) =>
          ['name', 'site', 'text', 'id', 'subject'].includes(key) && !KEPT.includes(value) ? text : value,
        ),
      );
      const names = chances;
      fc.pre(!KEPT.includes(text));
      expect(programText(renamed, names, ending)).toBe(programText(machine, names, ending));
      expect(programText(machine, names, ending)).toMatch(/^[\w\s"'(){}[\]=!<>&|^~?:;,.*+%/-]*$/);
    }),
    { seed: 4, numRuns: 100 },
  );
});

test('a machine whose times are no whole grains is refused: its draws would not be those of a run', () => {
  const [machine] = fc.sample(randomMachine, { seed: 5, numRuns: 1 });
  if (!machine) throw new Error('no machine');
  const windows = machine.windows.map((window) => ({
    ...window,
    hi: window.hi === undefined ? undefined : window.hi + 0.5,
  }));
  const idle = {
    turn: () => undefined,
    endless: () => {
      throw new Error('nothing is played');
    },
  };
  expect(() => compile({ ...machine, windows }, chances, ending, idle)).toThrow(RangeError);
});
