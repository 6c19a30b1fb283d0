import type { Machine } from './machine.ts';

/** The age of a clock that does not run. */
export const OFF = -1;

/**
 * Variables first, then clocks (OFF or an age in grains). Nothing else: no absolute time, no trace, no chance; two equal
 * states have equal futures.
 */
export type State = Int32Array;

export function initialState(machine: Machine): State {
  const state = new Int32Array(machine.variables.length + machine.clocks.length).fill(OFF);
  machine.variables.forEach((variable, index) => {
    state[index] = variable.initial;
  });
  return state;
}

/** Age of a clock in grains, or OFF. */
export const ageOf = (machine: Machine, state: State, clock: number): number =>
  state[machine.variables.length + clock] as number;

export const setAge = (machine: Machine, state: State, clock: number, age: number): void => {
  state[machine.variables.length + clock] = age;
};

/** A key equal for equal states and only for them: states are stored exactly, never as a hash. */
export const stateKey = (state: State): string => String.fromCharCode(...state.map((value) => value + 1));
