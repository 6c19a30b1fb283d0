import fc from 'fast-check';
import { all, any, atLeast, type Guard, is, not } from '../../simulator/kernel/guard.ts';
import type { Effect, Machine, Owner } from '../../simulator/kernel/machine.ts';
import { PROMISE } from '../../simulator/kernel/machine.ts';

const PEOPLE = 2;
const FREE = 5;
const CLOCKS = 4;
const EVENTS = 6;
const PROMISES = 3;

/**
 * Variables: `closed`, then free ones of three values, then one `failed` a person, `failed` and `answered` of a group of three,
 * then a register a promise. Only the kernel itself writes to what has failed.
 */
const CLOSED = 0;
const FAILED = 1 + FREE;
const GROUP_FAILED = FAILED + PEOPLE;
const GROUP_ANSWERED = GROUP_FAILED + 1;
const REGISTER = GROUP_ANSWERED + 1;

const small = (most: number) => fc.integer({ min: 0, max: most });
const readable = fc.oneof(
  { weight: 6, arbitrary: small(FREE) },
  { weight: 1, arbitrary: fc.integer({ min: FAILED, max: REGISTER + PROMISES - 1 }) },
);

const atom: fc.Arbitrary<Guard> = fc.oneof(
  fc.tuple(readable, small(2)).map(([variable, value]) => is(variable, value)),
  fc.tuple(readable, small(2)).map(([variable, value]) => atLeast(variable, value)),
  fc.tuple(readable, small(2)).map(([variable, value]) => not(is(variable, value))),
  fc
    .tuple(small(PROMISES - 1), small(4), fc.boolean())
    .map(([promise, value, open]) => (open ? not(is(REGISTER + promise, 1)) : is(REGISTER + promise, value))),
);

const guard: fc.Arbitrary<Guard> = fc.oneof(
  { weight: 3, arbitrary: fc.array(atom, { maxLength: 3 }).map((parts) => all(...parts)) },
  { weight: 1, arbitrary: fc.array(atom, { minLength: 1, maxLength: 2 }).map((parts) => any(...parts)) },
  { weight: 1, arbitrary: fc.tuple(atom, atom, atom).map(([a, b, c]) => all(a, not(any(b, c)))) },
);

const written = fc.integer({ min: 1, max: FREE });

/** Events emit only later ones, so that no reaction comes back to itself. */
function effects(after: number, maxLength: number): fc.Arbitrary<Effect[]> {
  const plain: fc.Arbitrary<Effect> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ op: fc.constant('set' as const), variable: written, to: small(2) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        op: fc.constant('add' as const),
        variable: fc.oneof(written, fc.constant(GROUP_ANSWERED)),
        by: fc.constantFrom(-1, 1),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        op: fc.constant('start' as const),
        clock: small(CLOCKS - 1),
        restart: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(small(PROMISES - 1), fc.constantFrom(0, 1, 1, 1, 2, 2, 3, 4))
        .map(([promise, to]) => ({ op: 'set' as const, variable: REGISTER + promise, to })),
    },
    ...(after < EVENTS
      ? [
          {
            weight: 3,
            arbitrary: fc.record({
              op: fc.constant('emit' as const),
              event: fc.integer({ min: after, max: EVENTS - 1 }),
            }),
          },
        ]
      : []),
  );
  const conditional = fc
    .tuple(guard, fc.array(plain, { minLength: 1, maxLength: 2 }))
    .map(([when, list]): Effect => ({ op: 'if', when, effects: list }));
  return fc.array(fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: conditional }), {
    maxLength,
  });
}

const owner: fc.Arbitrary<Owner> = fc.oneof(
  {
    weight: 4,
    arbitrary: small(PEOPLE - 1).map((n): Owner => ({ kind: 'person', id: `p${n}`, failed: FAILED + n })),
  },
  { weight: 1, arbitrary: fc.constant<Owner>({ kind: 'group', id: 'g', failed: GROUP_FAILED, seats: 3 }) },
  { weight: 2, arbitrary: fc.constant<Owner>({ kind: 'machine' }) },
  { weight: 1, arbitrary: fc.constant<Owner>({ kind: 'nature' }) },
);

/** Most windows shut themselves by moving on a variable they need; without a clock all do, or the instant would never end. */
const window = fc
  .record({
    owner,
    when: guard,
    needs: fc.tuple(written, small(2)),
    shuts: fc.integer({ min: 0, max: 9 }),
    clock: fc.option(small(CLOCKS - 1), { nil: undefined, freq: 6 }),
    lo: small(5),
    width: fc.option(small(6), { nil: undefined, freq: 8 }),
    ways: fc.array(effects(0, 4), { minLength: 1, maxLength: 3 }),
  })
  .map(({ clock, lo, width, ways, when, needs: [variable, value], shuts, owner: who }) => {
    const shut: Effect[] =
      shuts < 7 || clock === undefined
        ? [{ op: 'set', variable, to: (value + 1) % 3 }]
        : [{ op: 'start', clock, restart: true }];
    const from = shuts < 7 ? lo : Math.max(lo, 1);
    return {
      owner: who,
      when: shuts < 3 ? all(is(variable, value), when) : is(variable, value),
      clock,
      // As soon as possible without a clock; a free window is open from the first instant on.
      lo: clock === undefined || width === undefined ? 0 : from,
      hi: width === undefined ? undefined : clock === undefined ? 0 : from + width,
      alternatives: ways.map((way, index) => ({ name: `way ${index}`, effects: [...way, ...shut] })),
      doing: 'act' as const,
      answered: who.kind === 'group' ? GROUP_ANSWERED : undefined,
      at: undefined,
    };
  });

const variables: Machine['variables'] = [
  { name: 'closed', size: 2, initial: 0 },
  ...Array.from({ length: FREE }, (_, n) => ({ name: `v${n}`, size: 3, initial: n % 2 })),
  ...Array.from({ length: PEOPLE }, (_, n) => ({ name: `failed/p${n}`, size: 2, initial: 0 })),
  { name: 'failed/g', size: 4, initial: 0 },
  { name: 'answered/g', size: 4, initial: 0 },
  ...Array.from({ length: PROMISES }, (_, n) => ({ name: `promise/${n}`, size: 5, initial: PROMISE.idle })),
];

/** Small machines in which everything touches everything; `begin` is the free window of nature that starts them. */
export const randomMachine: fc.Arbitrary<Machine> = fc
  .record({
    begin: effects(0, 6),
    windows: fc.array(window, { minLength: 4, maxLength: 14 }),
    consequences: fc.array(fc.tuple(guard, written, small(2), effects(0, 3)), { maxLength: 4 }),
    reactions: fc.tuple(...Array.from({ length: EVENTS }, (_, n) => effects(n + 1, 3))),
    promises: fc.array(
      fc.tuple(fc.option(small(CLOCKS - 1), { nil: undefined, freq: 4 }), fc.integer({ min: 1, max: 8 })),
      {
        minLength: PROMISES,
        maxLength: PROMISES,
      },
    ),
    closing: guard,
  })
  .map(
    ({ begin, windows, consequences, reactions, promises, closing }): Machine => ({
      grain: 1,
      variables,
      clocks: Array.from({ length: CLOCKS }, (_, n) => ({ name: `c${n}`, cap: 60 })),
      windows: [
        {
          site: 'begin',
          owner: { kind: 'nature' },
          when: all(),
          clock: undefined,
          lo: 0,
          hi: undefined,
          doing: 'nature',
          answered: undefined,
          atOpening: false,
          at: undefined,
          text: 'begins',
          alternatives: [
            { name: 'other', effects: [] },
            {
              name: 'this',
              effects: [
                ...Array.from(
                  { length: CLOCKS - 1 },
                  (_, clock): Effect => ({ op: 'start', clock, restart: true }),
                ),
                ...begin,
              ],
            },
          ],
        },
        {
          site: 'close',
          owner: { kind: 'machine' },
          when: all(closing, is(CLOSED, 0)),
          clock: 0,
          lo: 30,
          hi: 40,
          doing: 'timer',
          answered: undefined,
          atOpening: false,
          at: undefined,
          text: 'closes',
          alternatives: [{ name: 'closes', effects: [{ op: 'set', variable: CLOSED, to: 1 }] }],
        },
        ...windows.map((each, index) => ({
          ...each,
          atOpening: false,
          site: `w${index}`,
          text: `window ${index}`,
        })),
      ],
      consequences: consequences.map(([when, variable, value, list], index) => ({
        name: `consequence ${index}`,
        when: all(is(variable, value), when),
        effects: [...list, { op: 'set', variable, to: (value + 1) % 3 }],
      })),
      events: reactions.map((list, index) => ({
        name: `e${index}`,
        kind: index === 0 ? 'paged' : 'fact',
        subject: index % 2 === 0 ? `s${index}` : undefined,
        reactions: list,
        text: `event ${index}`,
      })),
      promises: promises.map(([clock, bound], index) => ({
        name: `promise ${index}`,
        variable: REGISTER + index,
        clock,
        bound,
        businessDays: undefined,
        expects: [index + 1],
        atClose: 'outlives',
        tolerate: 0,
        pinned: false,
        text: `promise ${index}`,
        at: undefined,
      })),
    }),
  );
