import type { Machine } from '../../simulator/kernel/machine.ts';

/** A machine as text that is the same for machines that do the same in the same words, wherever these stand in the book. */
export const machineText = (machine: Machine): string =>
  JSON.stringify(machine, (key, value: unknown) => (key === 'at' ? undefined : value));
