import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../bench/naive-explorer.ts';
import { haveSameRuns } from '../../mutation/judge/same-runs.ts';
import { watchDifferences } from '../../mutation/judge/watch-differences.ts';
import { all, any, type Guard, is, not } from '../../simulator/kernel/guard.ts';
import type { Machine, Window } from '../../simulator/kernel/machine.ts';
import { lowerIncidents } from '../../simulator/lower/incident.ts';
import { randomMachine } from '../simulator/explore/random-machine.ts';
import { BOOK } from './small-mutants.ts';

const RUNBOOK = 'shop-down';
const BEFORE = lowerIncidents(BOOK, [{ id: undefined, runbook: RUNBOOK }], { grain: 1 });
const BUDGET = { states: 20_000, bytes: 1e8 };

const variable = (name: string): number => BEFORE.variables.findIndex((each) => each.name === name);

/** The machine with one window changed: that by which the engineer takes up a step. */
function changed(edit: (window: Window) => Partial<Window>): Machine {
  const place = BEFORE.windows.findIndex(({ doing }) => doing === 'start');
  const window = BEFORE.windows[place] as Window;
  return { ...BEFORE, windows: BEFORE.windows.with(place, { ...window, ...edit(window) }) };
}

const same = (after: Machine): boolean =>
  haveSameRuns(BOOK, { runbook: RUNBOOK, before: BEFORE, after }, BUDGET);

const guarded = (guard: (when: Guard) => Guard): boolean =>
  same(changed(({ when }) => ({ when: guard(when) })));

test('a guard in other words is the same guard', () => {
  expect(guarded((when) => any(when, all(when, is(variable('closed'), 1))))).toBe(true);
});

test('a guard that asks for more than ever comes true at once is another one', () => {
  expect(guarded((when) => all(when, not(when)))).toBe(false);
});

test('a guard that asks besides for what has always come about by then is the same guard', () => {
  expect(guarded((when) => all(when, not(is(variable('severity'), 0))))).toBe(true);
});

test('what has not always come about by then makes a difference', () => {
  expect(guarded((when) => all(when, is(variable('resolved'), 1)))).toBe(false);
});

test('a bound that is a grain longer is another one where the window ever opens, and none where it never does', () => {
  const longer = ({ hi }: Window) => ({ hi: (hi ?? 0) + 1 });
  expect(same(changed(longer))).toBe(false);
  const never = changed(({ when }) => ({ when: all(when, not(when)) }));
  const place = never.windows.findIndex(({ doing }) => doing === 'start');
  const windows = never.windows.with(place, {
    ...(never.windows[place] as Window),
    ...longer(never.windows[place] as Window),
  });
  expect(haveSameRuns(BOOK, { runbook: RUNBOOK, before: never, after: { ...never, windows } }, BUDGET)).toBe(
    true,
  );
});

test('a promise more, or one that asks for something else, is no question of runs', () => {
  const [promise, ...rest] = BEFORE.promises;
  expect(same({ ...BEFORE, promises: rest })).toBe(false);
  expect(same({ ...BEFORE, promises: [{ ...promise, bound: 1 } as never, ...rest] })).toBe(false);
});

/** A slip of a machine; `other` gives it words. Variable 8 is one that only the slipped machine has. */
const SLIPS: readonly ((machine: Machine, other: Machine, place: number) => Machine)[] = [
  (machine, _, place) => ({ ...machine, windows: machine.windows.filter((__, each) => each !== place) }),
  (machine, { windows }) => ({ ...machine, windows: [windows[0] as Window, ...machine.windows] }),
  (machine, _, place) => ({
    ...machine,
    consequences: machine.consequences.filter((__, each) => each !== place),
  }),
  (machine, { windows: [{ when } = {} as Window] }, place) =>
    edited(machine, place, (window) => ({ when: all(window.when, when) })),
  (machine, { windows: [{ when } = {} as Window] }, place) =>
    edited(machine, place, (window) => ({ when: any(window.when, when) })),
  (machine, { windows: [{ when, alternatives } = {} as Window] }, place) =>
    edited(machine, place, (window) => ({
      alternatives: window.alternatives.map((each) => ({
        ...each,
        effects: [
          ...each.effects.slice(0, 1),
          { op: 'if', when, effects: alternatives[0]?.effects ?? [] },
          ...each.effects.slice(1),
        ],
      })),
    })),
  (machine, _, place) =>
    edited(machine, place, (window) => ({
      alternatives: window.alternatives.map((each) => ({
        ...each,
        effects: each.effects.filter(({ op }) => op !== 'if'),
      })),
    })),
  (machine, { windows: [{ alternatives } = {} as Window] }, place) =>
    edited(machine, place, (window) => ({
      alternatives: window.alternatives.map((each) => ({
        ...each,
        effects: alternatives[0]?.effects ?? [],
      })),
    })),
  (machine, { windows: [{ when } = {} as Window], events }) => ({
    ...machine,
    events: machine.events.map((event, each) => ({
      ...event,
      reactions: [...event.reactions, { op: 'if', when, effects: events[each]?.reactions ?? [] }],
    })),
  }),
  (machine, { windows: [window = {} as Window] }) => ({
    ...machine,
    variables: [...machine.variables, { name: 'new', size: 2, initial: 0 }],
    windows: [...machine.windows, { ...window, when: all(window.when, is(machine.variables.length, 1)) }],
  }),
];

const edited = (machine: Machine, place: number, edit: (window: Window) => Partial<Window>): Machine => ({
  ...machine,
  windows: machine.windows.map((window, each) => (each === place ? { ...window, ...edit(window) } : window)),
});

test.each(SLIPS.map((slip, number) => [number, slip] as const))(
  'where no run comes to what slip %d changed, an explorer of its own sees the same of both machines',
  (_, slip) => {
    let [alike, apart] = [0, 0];
    fc.assert(
      fc.property(randomMachine, randomMachine, fc.nat(4), (before, other, draw) => {
        const after = slip(before, other, draw % before.windows.length);
        const watched = watchDifferences(before, after);
        fc.pre(watched !== undefined && watched.windows.length > 0);
        if (!watched) return;
        const watch = exploreNaively(watched, watched.promises.length - 1);
        const [one, two] = [exploreNaively(before, 0), exploreNaively(after, 0)];
        // Most machines come to nothing at once.
        fc.pre(watch.settles && one.settles && two.settles && one.states > 3);
        if (watch.cost !== undefined) apart++;
        else {
          alike++;
          expect(two).toEqual(one);
        }
      }),
      { seed: 4, numRuns: 150 },
    );
    expect(alike).toBeGreaterThan(10);
    if (slip === SLIPS.at(-1)) expect(apart).toBe(0);
    else expect(apart).toBeGreaterThan(10);
  },
);
