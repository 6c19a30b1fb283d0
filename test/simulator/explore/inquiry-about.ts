import { inquiryAbout as about } from '../../../simulator/explore/refinement/decide.ts';
import type { Inquiry } from '../../../simulator/explore/refinement/inquiry.ts';
import { type Subject, subjectOf } from '../../../simulator/explore/subject.ts';
import type { Machine } from '../../../simulator/kernel/machine.ts';

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
export const inquiryAbout = (machine: Machine): Inquiry =>
  about(subjectAbout(machine), 0, 'broken', { states: 20_000, bytes: 1e8 });
