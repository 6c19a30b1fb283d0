import fc from 'fast-check';
import type { Guard } from '../../../simulator/kernel/guard.ts';
import type { Consequence, Effect, Machine, Owner, Window } from '../../../simulator/kernel/machine.ts';

/** Variables 0..2 are free, 3 and 4 say who failed, 5 counts failed seats, 6 counts signatures, 7 is the promise. */
const FREE = 3;
const SIZES = [2, 3, 4, 2, 2, 3, 3, 5];
const CLOCKS = 2;
const PROMISE_AT = 7;

const atom: fc.Arbitrary<Guard> = fc
  .record({
    variable: fc.integer({ min: 0, max: PROMISE_AT }),
    seed: fc.nat(),
    op: fc.constantFrom('is', 'atLeast'),
  })
  .map(({ variable, seed, op }) => ({ op, variable, value: seed % (SIZES[variable] as number) }) as Guard);

const guard: fc.Arbitrary<Guard> = fc.oneof(
  { weight: 3, arbitrary: atom },
  atom.map((inner): Guard => ({ op: 'not', guard: inner })),
  fc.tuple(atom, atom).map(([one, two]): Guard => ({ op: 'all', guards: [one, { op: 'not', guard: two }] })),
  fc.tuple(atom, atom).map(([one, two]): Guard => ({ op: 'any', guards: [one, two] })),
);

const plain: fc.Arbitrary<Effect> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ variable: fc.nat(FREE - 1), seed: fc.nat() })
      .map(({ variable, seed }): Effect => ({ op: 'set', variable, to: seed % (SIZES[variable] as number) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ clock: fc.nat(CLOCKS - 1), restart: fc.boolean() })
      .map(({ clock, restart }): Effect => ({ op: 'start', clock, restart })),
  },
  fc.nat(CLOCKS - 1).map((clock): Effect => ({ op: 'stop', clock })),
  fc.constantFrom<Effect>(
    { op: 'add', variable: 6, by: 1 },
    { op: 'emit', event: 0 },
    { op: 'emit', event: 1 },
  ),
  fc.constantFrom(1, 1, 2, 3).map((to): Effect => ({ op: 'set', variable: PROMISE_AT, to })),
);
const effects = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: plain },
    fc.tuple(guard, plain).map(([when, inner]): Effect => ({ op: 'if', when, effects: [inner] })),
  ),
  { minLength: 1, maxLength: 3 },
);

const owner: fc.Arbitrary<Owner> = fc.constantFrom<Owner>(
  { kind: 'person', id: 'ann', failed: 3 },
  { kind: 'person', id: 'ben', failed: 4 },
  { kind: 'group', id: 'signers', failed: 5, seats: 2 },
  { kind: 'machine' },
  { kind: 'nature' },
);

const window: fc.Arbitrary<Window> = fc
  .record({
    owner,
    when: guard,
    clock: fc.option(fc.nat(CLOCKS - 1), { nil: undefined }),
    lo: fc.nat(2),
    more: fc.nat(2),
    ways: fc.array(effects, { minLength: 1, maxLength: 2 }),
    free: fc.boolean(),
  })
  .map(({ owner: by, when, clock, lo, more, ways, free }) => ({
    site: 'w',
    doing: 'act' as const,
    owner: by,
    when,
    clock,
    lo: clock === undefined ? 0 : lo,
    hi:
      by.kind === 'nature' || (free && by.kind !== 'machine')
        ? undefined
        : clock === undefined
          ? 0
          : lo + more,
    alternatives: ways.map((list, index) => ({ name: String(index), effects: list })),
    answered: by.kind === 'group' ? 6 : undefined,
    atOpening: false,
    at: undefined,
    text: '',
  }));

/** Falsifies its guard as often as not: consequences that do not settle must be told alike too. */
const consequence: fc.Arbitrary<Consequence> = fc
  .record({
    variable: fc.nat(FREE - 1),
    from: fc.nat(),
    to: fc.nat(),
    more: fc.array(plain, { maxLength: 1 }),
  })
  .map(({ variable, from, to, more }) => {
    const size = SIZES[variable] as number;
    return {
      name: 'c',
      when: { op: 'is', variable, value: from % size },
      effects: [{ op: 'set', variable, to: to % size }, ...more],
    };
  });

/** Small machines with everything in them that the kernel knows. */
export const randomMachine: fc.Arbitrary<Machine> = fc
  .record({
    windows: fc.array(window, { minLength: 2, maxLength: 5 }),
    consequences: fc.array(consequence, { maxLength: 3 }),
    reactions: fc.tuple(
      fc.array(
        plain.filter(({ op }) => op !== 'emit'),
        { maxLength: 2 },
      ),
      fc.array(
        plain.filter(({ op }) => op !== 'emit'),
        { maxLength: 2 },
      ),
    ),
    clock: fc.option(fc.nat(CLOCKS - 1), { nil: undefined }),
    bound: fc.integer({ min: 1, max: 3 }),
    initial: fc.array(fc.nat(), { minLength: FREE, maxLength: FREE }),
  })
  .map(({ windows, consequences, reactions, clock, bound, initial }) => ({
    grain: 1,
    variables: SIZES.map((size, index) => ({
      name: `v${index}`,
      size,
      initial: index < FREE ? (initial[index] as number) % size : 0,
    })),
    clocks: Array.from({ length: CLOCKS }, (_, index) => ({
      name: `c${index}`,
      cap:
        1 +
        Math.max(
          0,
          ...windows.filter((each) => each.clock === index).flatMap(({ lo, hi }) => [lo, hi ?? 0]),
          clock === index ? bound : 0,
        ),
    })),
    windows,
    consequences,
    events: reactions.map((list, index) => ({
      name: `e${index}`,
      kind: 'fact',
      subject: undefined,
      reactions: list,
      text: '',
    })),
    promises: [
      {
        name: 'p',
        variable: PROMISE_AT,
        clock,
        bound,
        businessDays: undefined,
        expects: [],
        atClose: 'excused' as const,
        tolerate: 0,
        pinned: false,
        text: '',
        at: undefined,
      },
    ],
  }));
