import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test as plain } from 'vitest';
import { mayBe } from '../../simulator/explore/abstract/kept.ts';
import { all, any, type Guard, holds, is, not } from '../../simulator/kernel/guard.ts';
import { conjunction, disjunction, simplify } from '../../simulator/kernel/simplify.ts';

const VARIABLES = 3;
const SIZE = 3;

const { guard } = fc.letrec<{ guard: Guard }>((tie) => ({
  guard: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      op: fc.constantFrom('is', 'atLeast'),
      variable: fc.nat(VARIABLES - 1),
      value: fc.nat(SIZE - 1),
    }) as fc.Arbitrary<Guard>,
    fc.constant<Guard>({ op: 'always' }),
    tie('guard').map((inner): Guard => ({ op: 'not', guard: inner })),
    fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(tie('guard'), { maxLength: 4 }))
      .map(([op, guards]) => ({ op, guards }) as Guard),
  ),
}));
/** For each variable, the values that it can have. */
const values = fc.tuple(
  ...Array.from({ length: VARIABLES }, () =>
    fc
      .uniqueArray(fc.nat(SIZE - 1), { minLength: 1, maxLength: SIZE })
      .map((some) => some.sort((a, b) => a - b)),
  ),
);

const statesOf = (possible: readonly (readonly number[])[]): Int32Array[] =>
  possible
    .reduce<number[][]>(
      (states, some) => states.flatMap((state) => some.map((value) => [...state, value])),
      [[]],
    )
    .map((state) => Int32Array.from(state));
const ALL = statesOf(
  Array.from({ length: VARIABLES }, () => Array.from({ length: SIZE }, (_, value) => value)),
);

describe('a guard', () => {
  plain('that says what is always so, or never, is left out', () => {
    const given = all(is(0, 1), not(is(1, 2)), any(is(2, 0), is(0, 2)));
    expect(simplify(given, (variable) => [[1], [0, 1], [0, 2]][variable] ?? [])).toEqual(is(2, 0));
  });

  test.prop([guard, values])('is simplified to one that holds in the same states', (given, possible) => {
    const simple = simplify(given, (variable) => possible[variable] ?? []);
    for (const state of statesOf(possible)) expect(holds(simple, state)).toBe(holds(given, state));
  });

  test.prop([guard, values])('that is simple already stays the same object', (given, possible) => {
    const again = (some: Guard) => simplify(some, (variable) => possible[variable] ?? []);
    const simple = again(again(given));
    expect(again(simple)).toBe(simple);
  });

  test.prop([guard, fc.nat(VARIABLES - 1), fc.nat(SIZE - 1)])(
    'may hold with a value of a variable wherever it holds in some state that has it',
    (given, variable, value) => {
      const isSeen = ALL.some((state) => state[variable] === value && holds(given, state));
      if (isSeen) expect(mayBe(given, variable, value)).toBe(true);
    },
  );

  test.prop([guard, fc.nat(SIZE - 1)])(
    'of one variable may hold with a value just where it does',
    (given, value) => {
      const alone = onlyOn(given, 0);
      expect(mayBe(alone, 0, value)).toBe(holds(alone, Int32Array.of(value)));
    },
  );
});

test.prop([fc.array(guard, { maxLength: 5 })])(
  'all of some guards hold where each does, any where one does',
  (some) => {
    for (const state of ALL) {
      expect(holds(conjunction(some), state)).toBe(some.every((each) => holds(each, state)));
      expect(holds(disjunction(some), state)).toBe(some.some((each) => holds(each, state)));
    }
  },
);

function onlyOn(given: Guard, variable: number): Guard {
  if (given.op === 'is' || given.op === 'atLeast') return { ...given, variable };
  if (given.op === 'not') return { op: 'not', guard: onlyOn(given.guard, variable) };
  if (given.op === 'all' || given.op === 'any')
    return { op: given.op, guards: given.guards.map((part) => onlyOn(part, variable)) };
  return given;
}
