import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import type { Way } from '../../../simulator/explore/refinement/ask-model.ts';
import type { Inquiry } from '../../../simulator/explore/refinement/inquiry.ts';
import { lightened } from '../../../simulator/explore/refinement/lighten.ts';
import { refine } from '../../../simulator/explore/refinement/refine.ts';
import type { Machine } from '../../../simulator/kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../../../simulator/kernel/moves.ts';
import { inquiryAbout } from './inquiry-about.ts';
import { randomMachine } from './random-machine.ts';

const WHOLE: Way = { time: true, first: 'guards', wholeFirst: true };

/** With a model that looks at everything. */
const wholeInquiry = (machine: Machine): Inquiry => {
  const inquiry = inquiryAbout(machine);
  const { variables, clocks } = inquiry.subject.assumed.machine;
  return { ...inquiry, kept: { variables: new Set(variables.keys()), clocks: new Set(clocks.keys()) } };
};

test('what a model with fewer clocks shows, it shows again, and it is so', () => {
  let lighter = 0;
  fc.assert(
    fc.property(randomMachine, (drawn) => {
      const windows = drawn.windows.map((window, place) => ({ ...window, site: `w${place}` }));
      const machine = { ...drawn, windows };
      try {
        const inquiry = wholeInquiry(machine);
        const whole = refine(inquiry, WHOLE, () => undefined, inquiry, 1);
        fc.pre(whole?.precision !== undefined && whole.least > 0);
        const light = lightened(inquiry, whole, 0);
        expect({ ...light, precision: undefined }).toEqual({ ...whole, precision: undefined });
        if (light === whole) return;
        lighter++;
        const again = wholeInquiry(machine);
        refine(again, WHOLE, () => undefined, light.precision, 1);
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
