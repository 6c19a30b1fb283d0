import type { Promised } from '../../../simulator/kernel/machine.ts';

/** A promise that counts by the first clock of a machine made by hand. */
export const onePromise = (name: string, variable: number, bound: number): Promised => ({
  name,
  variable,
  clock: 0,
  bound,
  businessDays: undefined,
  expects: [],
  atClose: 'excused',
  tolerate: 0,
  pinned: false,
  text: '',
  at: undefined,
});
