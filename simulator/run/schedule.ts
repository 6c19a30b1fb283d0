import type { Chooser, Site } from '../choose/chooser.ts';
import type { Machine, Owner, Window } from '../kernel/machine.ts';
import { canStillBeBound, isDue, isOpen } from '../kernel/moves.ts';
import type { State } from '../kernel/state.ts';
import type { Player } from './player.ts';

/** When a window is going to fire, for the start of its clock that this was decided for. */
interface Plan {
  readonly at: number | undefined;
  readonly start: number;
}

/** What windows are going to do, and the next of them to do it. */
export interface Schedule {
  /** Asks the chooser about each window that has opened. */
  plan(): void;
  /** Makes the next move of this instant; false when nothing is left to do in it. */
  move(): boolean;
  /** The next time after now at which a window fires or its owner fails. */
  next(): number | undefined;
}

/** By window; undefined while it is shut. */
type Plans = (Plan | undefined)[];

const isHuman = ({ kind }: Owner): boolean => kind === 'person' || kind === 'group';

export function makeSchedule(machine: Machine, chooser: Chooser, player: Player): Schedule {
  const { state, recorder, agenda } = player;
  const plans: Plans = machine.windows.map(() => undefined);
  const fired = new Map<string, number>();
  const startOf = (window: Window, index: number): number =>
    window.clock === undefined
      ? (plans[index]?.start ?? player.now())
      : (recorder.startOf(window.clock) ?? player.now());
  const site = (window: Window, start: number): Site => ({
    name: window.site,
    occurrence: (fired.get(window.site) ?? 0) + 1,
    window,
    now: player.now(),
    start,
  });
  const planOf = (window: Window, index: number): Plan | undefined => {
    if (!isOpen(machine, state, window)) return undefined;
    const start = startOf(window, index);
    const known = plans[index];
    if (known && known.start === start && window.hi !== undefined) return known;
    const age = chooser.window(site(window, start), window.lo, window.hi);
    const from = window.hi === undefined ? player.now() : start;
    const at = age === undefined ? undefined : Math.max(player.now(), from + Math.max(age, window.lo));
    return { at, start };
  };
  const fire = (index: number): boolean => {
    const window = machine.windows[index];
    if (!window) return false;
    player.fire(window, () => {
      const count = window.alternatives.length;
      const asked = count > 1 || window.owner.kind === 'nature';
      const chosen = asked ? chooser.choose(site(window, startOf(window, index)), count) : 0;
      fired.set(window.site, (fired.get(window.site) ?? 0) + 1);
      plans[index] = undefined;
      agenda.window(index);
      return chosen;
    });
    return true;
  };
  const ready = (...kinds: readonly Owner['kind'][]) => findReady(machine, plans, player.now(), kinds);
  return {
    plan: () =>
      agenda.eachWindow((index) => {
        plans[index] = planOf(machine.windows[index] as Window, index);
      }),
    // People, then those who fail, then nature, then timers (D5, D6).
    move: () => {
      if (fire(ready('person', 'group'))) return true;
      const late = machine.windows.find((window, index) => plans[index] && mustFail(machine, state, window));
      if (late) player.fail(late);
      return late !== undefined || fire(ready('nature')) || fire(ready('machine'));
    },
    next: () => soonestStop(machine, state, plans, player.now()),
  };
}

/** The first window of these owners whose time has come, or -1. */
const findReady = (machine: Machine, plans: Plans, now: number, kinds: readonly Owner['kind'][]): number =>
  machine.windows.findIndex(
    ({ owner }, index) => (plans[index]?.at ?? Number.POSITIVE_INFINITY) <= now && kinds.includes(owner.kind),
  );

const mustFail = (machine: Machine, state: State, window: Window): boolean =>
  isHuman(window.owner) && isDue(machine, state, window) && (window.clock !== undefined || window.lo === 0);

/** A window stops the time when it is planned for, and where its owner would fail. */
function soonestStop(machine: Machine, state: State, plans: Plans, now: number): number | undefined {
  let soonest = Number.POSITIVE_INFINITY;
  plans.forEach((plan, index) => {
    const window = machine.windows[index] as Window;
    if (!plan) return;
    if (plan.at !== undefined && plan.at > now) soonest = Math.min(soonest, plan.at);
    const bound = window.hi === undefined ? now : plan.start + window.hi;
    if (bound > now && isHuman(window.owner) && canStillBeBound(state, window))
      soonest = Math.min(soonest, bound);
  });
  return soonest === Number.POSITIVE_INFINITY ? undefined : soonest;
}
