import { effectsOf } from '../../kernel/effects.ts';
import { readsOf } from '../../kernel/guard.ts';
import type { Machine, Window } from '../../kernel/machine.ts';
import { type Human, mayFail } from '../../kernel/may-fail.ts';
import type { Cone } from './cone.ts';

/**
 * The cone with a coarser grain: bounds of windows are rounded outwards, so that more is possible; the deadline asked about, and
 * bounds that lie beside a whole number of grains, stay exact. Sound, since any run can be moved to whole grains from the
 * instant at which that deadline begins without shortening what breaks it. `ticks`: at least so many to the deadline. undefined
 * where it would be no coarser, or where another deadline decides something.
 */
export function coarseTime(cone: Cone, ticks: number): Cone | undefined {
  const { machine } = cone;
  const grain = largestDivisor(coarsestGrain(cone), ticks);
  if (grain <= 1) return undefined;
  const rounded = machine.windows.map((window) => roundOutwards(window, grain));
  const promises = machine.promises.map((promise) => ({ ...promise, bound: promise.bound / grain }));
  return {
    ...cone,
    restless: restlessIn(cone),
    blurred: true,
    machine: {
      ...machine,
      grain: machine.grain * grain,
      windows: rounded,
      promises,
      clocks: machine.clocks.map((clock, index) => ({
        ...clock,
        cap:
          1 +
          Math.max(
            0,
            ...rounded.filter((each) => each.clock === index).flatMap(({ lo, hi }) => [lo, hi ?? 0]),
            ...promises.filter((each) => each.clock === index).map(({ bound }) => bound),
          ),
      })),
    },
  };
}

/** The coarsest grain that keeps exact what has to be. */
function coarsestGrain({ machine, targets }: Cone): number {
  const timed = machine.promises.filter(({ clock }) => clock !== undefined);
  if (timed.some((promise) => !targets.includes(machine.promises.indexOf(promise)))) return 1;
  const windows = machine.windows.filter(({ clock }) => clock !== undefined);
  const fixed = [
    ...timed.map(({ bound }) => bound),
    ...windows.flatMap(({ lo, shift }) => (shift === undefined ? [] : [lo - shift])),
  ].reduce(gcd, 0);
  return fixed || Math.max(1, ...windows.flatMap(({ lo, hi }) => [lo, hi ?? 0]));
}

/** The largest divisor of a length that makes it at least so many ticks long. */
function largestDivisor(length: number, ticks: number): number {
  for (let parts = ticks; parts < length; parts++) if (length % parts === 0) return length / parts;
  return 1;
}

/** Somebody may have failed within a grain: where anything reads that, he may do so at any instant. */
function restlessIn({ machine, restless }: Cone): Human[] {
  const read = failuresRead(machine);
  const owners = new Map<number, Human>();
  for (const owner of [...restless, ...machine.windows.map((window) => window.owner)])
    if (mayFail(owner) && read.has(owner.failed)) owners.set(owner.failed, owner);
  return [...owners.values()];
}

function failuresRead(machine: Machine): Set<number> {
  const read = new Set<number>();
  for (const { when } of [...machine.windows, ...machine.consequences]) readsOf(when, read);
  for (const effect of effectsOf(machine)) if (effect.op === 'if') readsOf(effect.when, read);
  return read;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A timer that is not exact any more must not be judged by what it cancels at the same instant (D5): it becomes nature's. */
function roundOutwards(window: Window, grain: number): Window {
  if (window.clock === undefined) return window;
  if (window.shift !== undefined) {
    const bound = (window.lo - window.shift) / grain + window.shift;
    return { ...window, lo: bound, hi: window.hi === undefined ? undefined : bound };
  }
  return {
    ...window,
    owner: window.owner.kind === 'machine' ? { kind: 'nature' } : window.owner,
    lo: Math.floor(window.lo / grain),
    hi: window.hi === undefined ? undefined : Math.ceil(window.hi / grain),
  };
}
