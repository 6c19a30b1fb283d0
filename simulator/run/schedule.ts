import type { Chooser, Site } from '../choose/chooser.ts';
import type { Machine, Owner, Window } from '../kernel/machine.ts';
import { canStillBeBound, isDue, isOpen } from '../kernel/moves.ts';
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

/** What a schedule is made of. */
interface Desk {
  readonly machine: Machine;
  readonly chooser: Chooser;
  readonly player: Player;
  readonly plans: (Plan | undefined)[];
  /** How often each site has fired. */
  readonly fired: Map<string, number>;
}

export function makeSchedule(machine: Machine, chooser: Chooser, player: Player): Schedule {
  const desk: Desk = {
    machine,
    chooser,
    player,
    plans: machine.windows.map(() => undefined),
    fired: new Map(),
  };
  return {
    plan: () =>
      player.agenda.eachWindow((index) => {
        desk.plans[index] = planOf(desk, machine.windows[index] as Window, index);
      }),
    move: () => moveNext(desk),
    next: () => nextTime(desk),
  };
}

const isHuman = ({ kind }: Owner): boolean => kind === 'person' || kind === 'group';

const startOf = ({ plans, player }: Desk, window: Window, index: number): number =>
  window.clock === undefined
    ? (plans[index]?.start ?? player.now())
    : (player.recorder.startOf(window.clock) ?? player.now());

const siteOf = ({ fired, player }: Desk, window: Window, start: number, again = false): Site => ({
  name: window.site,
  occurrence: (fired.get(window.site) ?? 0) + 1,
  window,
  now: player.now(),
  start,
  again,
});

/** Asks when a window moves: once for each start of its clock, a free one again after every move. */
function planOf(desk: Desk, window: Window, index: number): Plan | undefined {
  const { machine, player, chooser } = desk;
  if (!isOpen(machine, player.state, window)) return undefined;
  const start = startOf(desk, window, index);
  const known = desk.plans[index];
  const again = known?.start === start;
  if (known && again && window.hi !== undefined) return known;
  const site = siteOf(desk, window, start, again);
  const age = player.openingAge(window, start) ?? chooser.window(site, window.lo, window.hi);
  const at = age === undefined ? undefined : Math.max(player.now(), start + Math.max(age, window.lo));
  return { at, start };
}

/** Whose turn it is within an instant: people, then those who fail, then nature, then timers (D5, D6). */
const TURN = { person: 0, group: 0, nature: 2, machine: 3 } as const;
const FAILS = 1;
const NOBODY = 4;

/** Of those whose turn it is, the first in book order. */
function moveNext(desk: Desk): boolean {
  const { machine, player, plans } = desk;
  const now = player.now();
  let [turn, next]: [number, number] = [NOBODY, -1];
  for (let index = 0; index < plans.length && turn > TURN.person; index++) {
    const plan = plans[index];
    if (!plan) continue;
    const window = machine.windows[index] as Window;
    const mine = (plan.at ?? Number.POSITIVE_INFINITY) <= now ? TURN[window.owner.kind] : NOBODY;
    if (mine < turn) [turn, next] = [mine, index];
    if (turn > FAILS && mustFail(desk, window)) [turn, next] = [FAILS, index];
  }
  if (turn === NOBODY) return false;
  if (turn === FAILS) player.fail(machine.windows[next] as Window);
  else fire(desk, next);
  return true;
}

const mustFail = ({ machine, player }: Desk, window: Window): boolean =>
  isHuman(window.owner) &&
  isDue(machine, player.state, window) &&
  (window.clock !== undefined || window.lo === 0);

function fire(desk: Desk, index: number): void {
  const { machine, chooser, player, plans, fired } = desk;
  const window = machine.windows[index] as Window;
  player.fire(window, () => {
    const count = window.alternatives.length;
    const asked = count > 1 || window.owner.kind === 'nature';
    const chosen = asked ? chooser.choose(siteOf(desk, window, startOf(desk, window, index)), count) : 0;
    fired.set(window.site, (fired.get(window.site) ?? 0) + 1);
    plans[index] = undefined;
    player.agenda.window(index);
    return chosen;
  });
}

/** A window stops the time when it is planned for, and where its owner would fail. */
function nextTime({ machine, plans, player }: Desk): number | undefined {
  const now = player.now();
  let soonest = Number.POSITIVE_INFINITY;
  plans.forEach((plan, index) => {
    const window = machine.windows[index] as Window;
    if (!plan) return;
    if (plan.at !== undefined && plan.at > now) soonest = Math.min(soonest, plan.at);
    const bound = window.hi === undefined ? now : plan.start + window.hi;
    if (bound > now && isHuman(window.owner) && canStillBeBound(player.state, window))
      soonest = Math.min(soonest, bound);
  });
  return soonest === Number.POSITIVE_INFINITY ? undefined : soonest;
}
