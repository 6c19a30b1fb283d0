import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Odds, randomChooser } from '../../simulator/choose/random.ts';
import { renderTrace } from '../../simulator/compiled/render-trace.ts';
import { makeSimulator } from '../../simulator/compiled/simulate.ts';
import { TAG, tagOf } from '../../simulator/compiled/trace-codes.ts';
import { run } from '../../simulator/run/run.ts';
import { randomMachine } from './random-machine.ts';
import { whatIsLeft } from './what-is-left.ts';

const odds: Odds = { failurePercent: 20, begins: { site: 'begin', alternative: 'this' } };
const free: Odds = { ...odds, free: { percent: 50, within: 20 } };
/** What a program is made for that is told its chances run by run: it has to ask for all of them. */
const any: Odds = { ...free, pace: { earliest: 20, latest: 30 } };
const options = { until: 'drained', horizon: 60 } as const;
const percents = fc.integer({ min: 0, max: 100 });

test('a program that is told its chances run by run plays the run of a program that is made for them', () => {
  const some = fc.record({
    failures: percents,
    free: percents,
    earliest: percents,
    latest: percents,
    within: percents,
  });
  fc.assert(
    fc.property(randomMachine, fc.array(fc.tuple(fc.integer(), some), { minLength: 2 }), (machine, all) => {
      let simulate: ReturnType<typeof makeSimulator>;
      try {
        simulate = makeSimulator(machine, any, { ...options, perRun: true });
      } catch {
        return;
      }
      for (const [seed, told] of all) {
        const { failures: failurePercent, free: percent, earliest, latest, within } = told;
        const own = { ...odds, failurePercent, free: { percent, within }, pace: { earliest, latest } };
        expect(whatIsLeft(() => renderTrace(machine, simulate(seed, odds.begins, told)))).toEqual(
          whatIsLeft(() => run(machine, randomChooser(seed, own), options)),
        );
      }
    }),
    { seed: 5, numRuns: 100 },
  );
});

test('a run that is cut off after so many moves is the beginning of the whole run', () => {
  fc.assert(
    fc.property(randomMachine, fc.integer(), fc.integer({ min: 1, max: 9 }), (machine, seed, moves) => {
      const play = (options: Parameters<typeof makeSimulator>[2]) => {
        try {
          const { trace, length } = makeSimulator(machine, free, options)(seed);
          return [...trace.subarray(0, length)];
        } catch {
          return undefined;
        }
      };
      const whole = play(options);
      const part = play({ ...options, moves });
      if (whole === undefined || part === undefined) return;
      expect(part).toEqual(whole.slice(0, part.length));
      const made = (trace: number[]) =>
        trace.filter((each) => tagOf(each) === TAG.fired || tagOf(each) === TAG.failed).length;
      expect(made(part)).toBeLessThanOrEqual(moves + 1);
      if (part.length < whole.length) expect(made(part)).toBeGreaterThanOrEqual(moves);
    }),
    { seed: 6, numRuns: 150 },
  );
});
