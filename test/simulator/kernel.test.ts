import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  all,
  always,
  any,
  atLeast,
  type Guard,
  holds,
  is,
  not,
  readsOf,
} from '../../simulator/kernel/guard.ts';
import type { Machine, Owner, Window } from '../../simulator/kernel/machine.ts';
import {
  ConsequencesDoNotSettle,
  fail,
  isDue,
  isEnabled,
  settle,
  tick,
} from '../../simulator/kernel/moves.ts';
import { ageOf, initialState, OFF, stateKey } from '../../simulator/kernel/state.ts';
import { machineBuilder } from '../../simulator/lower/builder.ts';

const b = machineBuilder;

/** One window of one person on one clock that runs from the start. */
function oneWindow(lo: number, hi: number | undefined, owner?: Owner): { machine: Machine; window: Window } {
  const build = b();
  const flag = build.variable('done');
  const failed = build.variable('failed/anna');
  build.window({
    site: 'act',
    doing: 'act',
    owner: owner ?? { kind: 'person', id: 'anna', failed },
    when: not(is(flag, 1)),
    clock: build.clock('since'),
    lo,
    hi,
    alternatives: [{ name: 'does', effects: [build.set('done')] }],
    text: 'acts',
  });
  build.consequence('begin', build.is('begun', 0), build.set('begun'), build.start('since'));
  const machine = build.build(1);
  return { machine, window: machine.windows[0] as Window };
}

describe('a window', () => {
  test('has closed bounds: it opens at lo, is due at hi, and nothing else makes it due', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(45), (lo, more, age) => {
        const { machine, window } = oneWindow(lo, lo + more);
        const state = initialState(machine);
        settle(machine, state);
        tick(machine, state, age);
        expect(isEnabled(machine, state, window)).toBe(age >= lo);
        expect(isDue(machine, state, window)).toBe(age >= lo + more);
      }),
      { seed: 7 },
    );
  });

  test('without an upper bound is never due', () => {
    const { machine, window } = oneWindow(0, undefined);
    const state = initialState(machine);
    settle(machine, state);
    tick(machine, state, 1000);
    expect(isDue(machine, state, window)).toBe(false);
    expect(isEnabled(machine, state, window)).toBe(true);
  });

  test('stops binding whoever has failed, and stays open to him', () => {
    const { machine, window } = oneWindow(0, 5);
    const state = initialState(machine);
    settle(machine, state);
    tick(machine, state, 5);
    expect(isDue(machine, state, window)).toBe(true);
    fail(machine, state, window);
    expect(isDue(machine, state, window)).toBe(false);
    expect(isEnabled(machine, state, window)).toBe(true);
  });

  test('of a group binds until every seat has signed or failed', () => {
    const build = b();
    const failed = build.variable('failed/owners', 4);
    const signed = build.variable('signed', 3);
    build.window({
      site: 'sign',
      doing: 'sign',
      owner: { kind: 'group', id: 'owners', failed, seats: 3 },
      when: always,
      hi: 0,
      answered: signed,
      alternatives: [{ name: 'signs', effects: [{ op: 'add', variable: signed, by: 1 }] }],
      text: 'signs',
    });
    const machine = build.build(1);
    const window = machine.windows[0] as Window;
    const state = initialState(machine);
    for (const seats of [3, 2, 1]) {
      expect(isDue(machine, state, window), `${seats} seats left`).toBe(true);
      fail(machine, state, window);
    }
    expect(isDue(machine, state, window)).toBe(false);
  });
});

describe('a clock', () => {
  test('stops growing one past the largest constant it is compared with, so that long past is one value', () => {
    const { machine } = oneWindow(0, 5);
    const early = initialState(machine);
    settle(machine, early);
    tick(machine, early, 6);
    const late = initialState(machine);
    settle(machine, late);
    tick(machine, late, 6000);
    expect(stateKey(early)).toBe(stateKey(late));
  });

  test('that does not run does not age', () => {
    const { machine } = oneWindow(0, 5);
    const state = initialState(machine);
    tick(machine, state, 3);
    expect(ageOf(machine, state, 0)).toBe(OFF);
  });
});

describe('consequences', () => {
  test('run in book order, from the top again after each one that fired', () => {
    const build = b();
    const order: string[] = [];
    build.consequence('second', build.is('a'), build.set('a', 0), build.set('b'));
    build.consequence('first', build.is('start', 0), build.set('start'), build.set('a'));
    build.consequence('third', all(build.is('b'), build.is('c', 0)), build.set('c'));
    const machine = build.build(1);
    const state = initialState(machine);
    settle(machine, state, {
      consequence: (index) => order.push(machine.consequences[index]?.name ?? ''),
      event: () => {},
      wrote: () => {},
      started: () => {},
    });
    expect(order).toEqual(['first', 'second', 'third']);
  });

  test('that keep each other going are named instead of running for ever', () => {
    const build = b();
    build.consequence('on', build.is('light', 0), build.set('light'));
    build.consequence('off', build.is('light'), build.set('light', 0));
    const machine = build.build(1);
    expect(() => settle(machine, initialState(machine))).toThrow(ConsequencesDoNotSettle);
  });
});

describe('states', () => {
  test('have equal keys only when they are equal', () => {
    const vector = fc.array(fc.integer({ min: -1, max: 4000 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(vector, vector, (left, right) => {
        const same = left.every((value, index) => value === right[index]);
        expect(stateKey(Int32Array.from(left)) === stateKey(Int32Array.from(right))).toBe(same);
      }),
      { seed: 7 },
    );
  });

  test('take the grain that divides every constant', () => {
    const build = b();
    for (const hi of [300, 900, 14_400]) {
      build.window({
        site: `w${hi}`,
        doing: 'timer',
        owner: { kind: 'machine' },
        when: always,
        clock: build.clock('c'),
        lo: hi,
        hi,
        alternatives: [{ name: 'x', effects: [] }],
        text: 'x',
      });
    }
    expect(build.build().grain).toBe(300);
  });
});

describe('a guard', () => {
  const guards: fc.Arbitrary<Guard> = fc.letrec<{ guard: Guard }>((tie) => ({
    guard: fc.oneof(
      { depthSize: 'small' },
      fc.constant(always),
      fc.record({ variable: fc.nat(3), value: fc.nat(2) }).map(({ variable, value }) => is(variable, value)),
      fc
        .record({ variable: fc.nat(3), value: fc.nat(2) })
        .map(({ variable, value }) => atLeast(variable, value)),
      tie('guard').map(not),
      fc.array(tie('guard'), { minLength: 1, maxLength: 3 }).map((parts) => all(...parts)),
      fc.array(tie('guard'), { minLength: 1, maxLength: 3 }).map((parts) => any(...parts)),
    ),
  })).guard;
  const states = fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }).map((values) => Int32Array.from(values));

  test('is turned round by not, and depends on nothing but the variables it reads', () => {
    fc.assert(
      fc.property(guards, states, states, (guard, state, other) => {
        expect(holds(not(guard), state)).toBe(!holds(guard, state));
        const reads = readsOf(guard);
        const mixed = state.map((value, index) => (reads.has(index) ? value : (other[index] as number)));
        expect(holds(guard, mixed)).toBe(holds(guard, state));
      }),
      { seed: 7 },
    );
  });
});
