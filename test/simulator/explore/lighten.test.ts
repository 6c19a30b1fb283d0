import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import type { Way } from '../../../simulator/explore/refinement/ask-model.ts';
import type { Inquiry } from '../../../simulator/explore/refinement/inquiry.ts';
import { lightened } from '../../../simulator/explore/refinement/lighten.ts';
import { refine } from '../../../simulator/explore/refinement/refine.ts';
import { subjectOf } from '../../../simulator/explore/subject.ts';
import type { Machine, Promised } from '../../../simulator/kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../../../simulator/kernel/moves.ts';
import { randomMachine } from './random-machine.ts';

const START = {
  text: '2026-09-16T10:00:00Z',
  calendar: {
    starts: { day: 0, second: 0 },
    business: { timezone: 'UTC' as const, days: [], opens: '09:00', closes: '17:00' },
  },
};
const WHOLE: Way = { time: true, first: 'guards', wholeFirst: true };

const inquiryOf = (machine: Machine): Inquiry => {
  const subject = subjectOf(machine, machine, { id: undefined, runbook: 'drip' }, [START as never]);
  const all = subject.assumed.machine;
  return {
    subject,
    target: 0,
    promise: machine.promises[0] as Promised,
    goal: 'broken',
    budget: { states: 20_000, bytes: 1e8 },
    known: undefined,
    attempts: [],
    least: 0,
    states: 0,
    kept: { variables: new Set(all.variables.keys()), clocks: new Set(all.clocks.keys()) },
    precision: undefined,
  };
};

test('what a model with fewer clocks shows, it shows again, and it is so', () => {
  let lighter = 0;
  fc.assert(
    fc.property(randomMachine, (drawn) => {
      const windows = drawn.windows.map((window, place) => ({ ...window, site: `w${place}` }));
      const machine = { ...drawn, windows };
      try {
        const inquiry = inquiryOf(machine);
        const whole = refine(inquiry, WHOLE, () => undefined, inquiry.kept, 1);
        fc.pre(whole?.precision !== undefined && whole.least > 0);
        const light = lightened(inquiry, whole, 0);
        expect({ ...light, precision: undefined }).toEqual({ ...whole, precision: undefined });
        if (light === whole) return;
        lighter++;
        const again = inquiryOf(machine);
        refine(again, WHOLE, () => undefined, light.precision?.kept, 1);
        expect(again.least).toBeGreaterThanOrEqual(whole.least);
        const naive = exploreNaively(machine, 0);
        expect(whole.least).toBeLessThanOrEqual(naive.cost ?? Number.POSITIVE_INFINITY);
      } catch (error) {
        if (!(error instanceof ConsequencesDoNotSettle)) throw error;
        fc.pre(false);
      }
    }),
    { seed: 3, numRuns: 300 },
  );
  expect(lighter).toBeGreaterThan(20);
});
