import { always } from '../kernel/guard.ts';
import type { Machine, Window } from '../kernel/machine.ts';

/** Windows that a coarser model gives to nature: they may fire at any instant, whatever their guard, clock and owner say. */
export type Given = (window: Window) => boolean;

/** Sound, since every firing of the original is still possible and nothing is forced any more; breaks must be replayed. */
export const giveToNature = (machine: Machine, given: Given): Machine => ({
  ...machine,
  windows: machine.windows.map((window) =>
    given(window)
      ? {
          ...window,
          owner: { kind: 'nature' },
          when: always,
          clock: undefined,
          lo: 0,
          hi: undefined,
          answered: undefined,
        }
      : window,
  ),
});

/** Raises by the clock: severity may rise at any instant anyhow, by an alert. */
export const isRaise: Given = ({ site }) => site.startsWith('raise/');

/** The work of the procedures: what a step does may happen at any instant, in any order. */
export const isProcedure: Given = ({ doing, site }) =>
  doing === 'step' || doing === 'start' || site.startsWith('step/');

/** Signatures and approvals. */
export const isApproval: Given = ({ doing, site }) =>
  doing === 'sign' || site.startsWith('approve/') || site.startsWith('write/');

/** No clocks at all: any window may fire whenever its guard holds (section 7, untimed cone). */
export const untimed = (machine: Machine): Machine => ({
  ...machine,
  windows: machine.windows.map((window) => ({ ...window, clock: undefined, lo: 0, hi: undefined })),
  promises: machine.promises.map((promise) => ({ ...promise, clock: undefined })),
});
