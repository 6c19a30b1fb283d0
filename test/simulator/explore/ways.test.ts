import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import type { Way } from '../../../simulator/explore/refinement/ask-model.ts';
import { WAYS } from '../../../simulator/explore/refinement/decide.ts';
import { firstModel } from '../../../simulator/explore/refinement/first-model.ts';
import type { Inquiry } from '../../../simulator/explore/refinement/inquiry.ts';
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

function askedIn(machine: Machine, way: Way) {
  const subject = subjectOf(machine, machine, { id: undefined, runbook: 'drip' }, [START as never]);
  const promise = machine.promises[0] as Promised;
  const inquiry: Inquiry = {
    subject,
    target: 0,
    promise,
    goal: 'broken',
    budget: { states: 20_000, bytes: 1e8 },
    known: undefined,
    attempts: [],
    least: 0,
    states: 0,
    kept: firstModel(subject.assumed, promise, 'broken'),
    precision: undefined,
  };
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
