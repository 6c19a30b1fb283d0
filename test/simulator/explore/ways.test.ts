import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import type { Way } from '../../../simulator/explore/refinement/ask-model.ts';
import { WAYS } from '../../../simulator/explore/refinement/decide.ts';
import { refine } from '../../../simulator/explore/refinement/refine.ts';
import type { Machine } from '../../../simulator/kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../../../simulator/kernel/moves.ts';
import { inquiryAbout } from './inquiry-about.ts';
import { randomMachine } from './random-machine.ts';

function askedIn(machine: Machine, way: Way) {
  const inquiry = inquiryAbout(machine);
  return { end: refine(inquiry, way, () => undefined), least: () => inquiry.least };
}

test.each(WAYS.map((way) => [`${way.first} first, ${way.time ? 'with' : 'without'} time`, way] as const))(
  'whatever a model learns, %s: no break in it is no break at all, and none is cheaper than it says',
  (_, way) => {
    const decided = { never: 0, found: 0 };
    fc.assert(
      fc.property(randomMachine, (drawn) => {
        // A story says who acts by the name of his window.
        const windows = drawn.windows.map((window, place) => ({ ...window, site: `w${place}` }));
        const machine = { ...drawn, windows };
        const naive = exploreNaively(machine, 0);
        fc.pre(naive.settles);
        const cost = naive.cost ?? Number.POSITIVE_INFINITY;
        try {
          const { end, least } = askedIn(machine, way);
          expect(least()).toBeLessThanOrEqual(cost);
          if (end?.kind === 'never') expect(naive.cost).toBeUndefined();
          if (end?.found) expect(end.found.cost).toBe(naive.cost);
          if (end?.kind === 'never' || end?.kind === 'found') decided[end.kind]++;
        } catch (error) {
          if (!(error instanceof ConsequencesDoNotSettle)) throw error;
          fc.pre(false);
        }
      }),
      { seed: 20_261_129, numRuns: 200 },
    );
    expect(decided.never).toBeGreaterThan(20);
    expect(decided.found).toBeGreaterThan(2);
  },
);
