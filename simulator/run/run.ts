import type { Chooser, Site } from '../choose/chooser.ts';
import type { Machine, Owner, Promised, Window } from '../kernel/machine.ts';
import { canStillBeBound, isDue, isOpen } from '../kernel/moves.ts';
import type { State } from '../kernel/state.ts';
import { type Calendar, makePlayer, type Player } from './player.ts';
import type { TraceRecord } from './trace.ts';
import type { Story } from './why.ts';

/** An instant in which this many moves happen never ends: a bug of the book that a loop of jumps can make. */
export const MOVES_AT_ONE_INSTANT = 10_000;

export interface RunOptions {
  /** Stop once the incident is closed, or once nothing outlives it. */
  readonly until: 'closed' | 'drained';
  /** Stop at the latest after this many grains. */
  readonly horizon: number;
  readonly calendar?: Calendar;
}

/** Everything one run leaves behind. */
export interface Run {
  readonly machine: Machine;
  readonly records: readonly TraceRecord[];
  /** Why each promise broke, by the number of the record that says so. */
  readonly stories: ReadonlyMap<number, Story>;
  readonly state: State;
  /** Seconds at which it ended. */
  readonly ended: number;
  readonly how: 'closed' | 'drained' | 'horizon' | 'quiet';
}

/** When a window is going to fire, for the start of its clock that this was decided for. */
interface Plan {
  readonly at: number | undefined;
  readonly start: number;
}

/** What windows are going to do, and the next of them to do it. */
interface Schedule {
  /** Asks the chooser about each window that has opened. */
  plan(): void;
  /** Makes the next move of this instant; false when nothing is left to do in it. */
  move(): boolean;
  /** The next time after now at which a window fires or its owner fails. */
  next(): number | undefined;
}

/** Plays one run: lists what may happen, lets the chooser answer, fires, fails or lets time pass. */
export function run(machine: Machine, chooser: Chooser, options: RunOptions): Run {
  const player = makePlayer(machine, options.calendar, (event, at) => chooser.saw?.(event, at));
  const schedule = makeSchedule(machine, chooser, player);
  const closed = machine.variables.findIndex(({ name }) => name === 'closed');
  const finish = (how: Run['how']): Run => ({
    machine,
    records: player.recorder.records,
    stories: player.stories,
    state: player.state,
    ended: player.now() * machine.grain,
    how,
  });
  for (;;) {
    instant(machine, schedule, player);
    const open = player.openPromises();
    if (player.state[closed] === 1) {
      if (options.until === 'closed') return finish('closed');
      if (open.length === 0) return finish('drained');
    }
    const until = nextTime(schedule, player, open);
    if (until === undefined) return finish('quiet');
    if (until > options.horizon) {
      if (player.now() < options.horizon) player.pass(options.horizon - player.now());
      return finish('horizon');
    }
    player.pass(until - player.now());
  }
}

export const instantDoesNotEnd = (machine: Machine, now: number): Error =>
  new Error(`the instant ${now * machine.grain}s does not end`);

function instant(machine: Machine, schedule: Schedule, player: Player): void {
  for (let moves = 0; ; moves++) {
    schedule.plan();
    if (moves > MOVES_AT_ONE_INSTANT) throw instantDoesNotEnd(machine, player.now());
    if (!schedule.move()) return;
  }
}

/** The next time at which anything can change; undefined when nothing ever will. */
function nextTime(schedule: Schedule, player: Player, open: readonly Promised[]): number | undefined {
  const now = player.now();
  // A promise that is due now is broken one grain later, and somebody may wait for that.
  const dues = open.map((promise) => Math.max(player.dueOf(promise), now + 1));
  const soonest = Math.min(schedule.next() ?? Number.POSITIVE_INFINITY, ...dues);
  return soonest === Number.POSITIVE_INFINITY ? undefined : soonest;
}

const isHuman = ({ kind }: Owner): boolean => kind === 'person' || kind === 'group';

function makeSchedule(machine: Machine, chooser: Chooser, player: Player): Schedule {
  const { state, recorder, agenda } = player;
  const plans: (Plan | undefined)[] = machine.windows.map(() => undefined);
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
  const mustFail = (window: Window, index: number): boolean =>
    plans[index] !== undefined &&
    isHuman(window.owner) &&
    isDue(machine, state, window) &&
    (window.clock !== undefined || window.lo === 0);
  const ready = (...kinds: readonly Owner['kind'][]): number => {
    const now = player.now();
    return machine.windows.findIndex(
      ({ owner }, index) =>
        (plans[index]?.at ?? Number.POSITIVE_INFINITY) <= now && kinds.includes(owner.kind),
    );
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
  /** People, then those who fail, then nature, then timers (D5, D6). */
  const move = (): boolean => {
    if (fire(ready('person', 'group'))) return true;
    const late = machine.windows.find(mustFail);
    if (late) player.fail(late);
    return late !== undefined || fire(ready('nature')) || fire(ready('machine'));
  };
  /** A window stops the time when it is planned for, and where its owner would fail. */
  const next = (): number | undefined => {
    const now = player.now();
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
  };
  return {
    plan: () =>
      agenda.eachWindow((index) => {
        plans[index] = planOf(machine.windows[index] as Window, index);
      }),
    move,
    next,
  };
}
