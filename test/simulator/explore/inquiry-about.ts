import { firstModel } from '../../../simulator/explore/refinement/first-model.ts';
import type { Inquiry } from '../../../simulator/explore/refinement/inquiry.ts';
import { type Subject, subjectOf } from '../../../simulator/explore/subject.ts';
import type { Machine, Promised } from '../../../simulator/kernel/machine.ts';

const START = {
  text: '2026-09-16T10:00:00Z',
  calendar: {
    starts: { day: 0, second: 0 },
    business: { timezone: 'UTC' as const, days: [], opens: '09:00', closes: '17:00' },
  },
};

export const subjectAbout = (machine: Machine): Subject =>
  subjectOf(machine, machine, { id: undefined, runbook: 'drip' }, [START as never]);

/** Whether its first promise breaks, with nothing known. */
export function inquiryAbout(machine: Machine): Inquiry {
  const subject = subjectAbout(machine);
  const promise = machine.promises[0] as Promised;
  const first = firstModel(subject.assumed, promise, 'broken');
  return {
    subject,
    target: 0,
    promise,
    goal: 'broken',
    budget: { states: 20_000, bytes: 1e8 },
    known: undefined,
    attempts: [],
    least: 0,
    states: 0,
    first,
    kept: first,
    precision: undefined,
  };
}
