import { expect, test } from 'vitest';
import { haveSameRuns } from '../../mutation/judge/same-runs.ts';
import { all, any, type Guard, is, not } from '../../simulator/kernel/guard.ts';
import type { Machine, Window } from '../../simulator/kernel/machine.ts';
import { lowerIncidents } from '../../simulator/lower/incident.ts';
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

test('machines that differ in more than guards are not compared', () => {
  expect(same(changed(({ hi }) => ({ hi: (hi ?? 0) + 1 })))).toBe(false);
});
