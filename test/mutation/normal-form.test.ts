import { expect, test } from 'vitest';
import { normalForm } from '../../mutation/judge/normal-form.ts';
import { always, is } from '../../simulator/kernel/guard.ts';
import type { Effect, Machine, Window } from '../../simulator/kernel/machine.ts';

const window = (site: string, when: Window['when'], ...effects: Effect[]): Window => ({
  site,
  doing: 'act',
  owner: { kind: 'nature' },
  when,
  clock: undefined,
  lo: 0,
  hi: undefined,
  alternatives: [{ name: 'done', effects }],
  answered: undefined,
  atOpening: false,
  at: undefined,
  text: site,
});

const machine = (windows: readonly Window[], variables = ['a', 'b']): Machine => ({
  grain: 1,
  variables: variables.map((name) => ({ name, size: 2, initial: 0 })),
  clocks: [],
  windows,
  consequences: [],
  events: [{ name: 'happened', kind: 'fact', subject: undefined, reactions: [], text: 'happened' }],
  promises: [],
});

const set = (variable: number): Effect => ({ op: 'set', variable, to: 1 });
const emit: Effect = { op: 'emit', event: 0 };
const plain = machine([window('w', always, emit)]);

test('what can never happen makes no difference', () => {
  expect(normalForm(machine([window('w', always, emit), window('x', is(1, 1), emit)]))).toBe(
    normalForm(plain),
  );
});

test('what is written and never read makes no difference', () => {
  expect(normalForm(machine([window('w', always, emit, set(0))]))).toBe(normalForm(plain));
});

test('places make no difference, names do', () => {
  const read = (variable: number, names: string[]) =>
    machine([window('w', is(variable, 0), set(variable), emit)], names);
  expect(normalForm(read(0, ['a', 'b']))).toBe(normalForm(read(1, ['b', 'a'])));
  expect(normalForm(read(0, ['a', 'b']))).not.toBe(normalForm(read(1, ['a', 'b'])));
});

test('an event that is told no more makes a difference, whether or not anything waits for it', () => {
  expect(normalForm(machine([window('w', always)]))).not.toBe(normalForm(plain));
});

test('a bound makes a difference', () => {
  const later = { ...window('w', always, emit), hi: 5 };
  expect(normalForm(machine([later]))).not.toBe(normalForm(plain));
});
