import { addBusinessDays } from '../../model/calendar.ts';
import type { Chooser } from '../../simulator/choose/chooser.ts';
import { type Machine, PROMISE, type Promised, type Window } from '../../simulator/kernel/machine.ts';
import { fail, fire, isDue, isOpen, settle, tick } from '../../simulator/kernel/moves.ts';
import { ageOf, initialState, OFF } from '../../simulator/kernel/state.ts';
import { makeRecorder, type Recorder } from '../../simulator/run/recorder.ts';
import type { Run, RunOptions } from '../../simulator/run/run.ts';
import { explain, type Story } from '../../simulator/run/why.ts';

/** An instant in which this many moves happen never ends: a bug of the book that a loop of jumps can make. */
const MOVES_AT_ONE_INSTANT = 10_000;

/** When a window is going to fire, for the start of its clock that this was decided for. */
interface Plan {
  readonly at: number | undefined;
  readonly start: number;
}

/**
 * A run as the semantics state it: after every move everything is looked at again, nothing is indexed or remembered. The real
 * one has to leave the same trace.
 */
export function plainRun(machine: Machine, chooser: Chooser, options: RunOptions): Run {
  const state = initialState(machine);
  let now = 0;
  const plans = new Map<number, Plan>();
  const fired = new Map<string, number>();
  const stories = new Map<number, Story>();
  const recorder: Recorder = makeRecorder(machine, state, dueOf, (event, at) => chooser.saw?.(event, at));

  function boundOf(promise: Promised): number {
    if (promise.businessDays === undefined || !options.calendar || promise.clock === undefined)
      return promise.bound;
    const { starts, business } = options.calendar;
    const from = starts + (recorder.startOf(promise.clock) ?? now) * machine.grain;
    return (addBusinessDays(from, promise.businessDays, business) - from) / machine.grain;
  }
  function dueOf(promise: Promised): number | undefined {
    if (promise.clock === undefined || ageOf(machine, state, promise.clock) === OFF) return undefined;
    return (recorder.startOf(promise.clock) ?? now) + boundOf(promise);
  }

  const startOf = (window: Window, index: number): number =>
    window.clock === undefined ? (plans.get(index)?.start ?? now) : (recorder.startOf(window.clock) ?? now);
  const site = (window: Window, start: number, again = false) => ({
    name: window.site,
    occurrence: (fired.get(window.site) ?? 0) + 1,
    window,
    now,
    start,
    again,
  });

  const plan = (): void => {
    machine.windows.forEach((window, index) => {
      if (!isOpen(machine, state, window)) {
        plans.delete(index);
        return;
      }
      const start = startOf(window, index);
      const known = plans.get(index);
      const again = known?.start === start;
      if (again && window.hi !== undefined) return;
      const age = chooser.window(site(window, start, again), window.lo, window.hi);
      plans.set(index, {
        at: age === undefined ? undefined : Math.max(now, start + Math.max(age, window.lo)),
        start,
      });
    });
  };
  /** Everything of this instant, one move at a time: people, then those who fail, then nature, then timers (D5, D6). */
  const nextMove = (): { window: Window; index: number; fails: boolean } | undefined => {
    const ready = [...plans].filter(([, { at }]) => at !== undefined && at <= now).sort(([a], [b]) => a - b);
    const byKind = (kinds: readonly string[]) =>
      ready.find(([index]) => kinds.includes((machine.windows[index] as Window).owner.kind))?.[0];
    const person = byKind(['person', 'group']);
    if (person !== undefined)
      return { window: machine.windows[person] as Window, index: person, fails: false };
    const late = [...plans.keys()].sort((a, b) => a - b).find((index) => mustFail(index));
    if (late !== undefined) return { window: machine.windows[late] as Window, index: late, fails: true };
    const other = byKind(['nature']) ?? byKind(['machine']);
    return other === undefined
      ? undefined
      : { window: machine.windows[other] as Window, index: other, fails: false };
  };
  const mustFail = (index: number): boolean => {
    const window = machine.windows[index] as Window;
    const human = window.owner.kind === 'person' || window.owner.kind === 'group';
    return human && isDue(machine, state, window) && (window.clock !== undefined || window.lo === 0);
  };
  const move = (window: Window, index: number, fails: boolean): void => {
    recorder.begin(window, now);
    if (fails) {
      recorder.failed(window);
      fail(machine, state, window, recorder.watcher);
    } else {
      const count = window.alternatives.length;
      const asked = count > 1 || window.owner.kind === 'nature';
      const alternative = !asked ? 0 : chooser.choose(site(window, startOf(window, index)), count);
      fired.set(window.site, (fired.get(window.site) ?? 0) + 1);
      plans.delete(index);
      fire(machine, state, window, alternative, recorder.watcher);
    }
    recorder.end();
  };
  const instant = (): void => {
    for (let moves = 0; ; moves++) {
      plan();
      const next = nextMove();
      if (!next) return;
      if (moves > MOVES_AT_ONE_INSTANT) throw new Error(`the instant ${now * machine.grain}s does not end`);
      move(next.window, next.index, next.fails);
    }
  };
  /** The next time at which anything can change; undefined when nothing ever will. */
  const nextTime = (): number | undefined => {
    const times: number[] = [];
    for (const [index, { at, start }] of plans) {
      const window = machine.windows[index] as Window;
      if (at !== undefined) times.push(at);
      if (window.hi !== undefined) times.push(start + window.hi);
    }
    for (const promise of openPromises())
      times.push(Math.max(dueOf(promise) ?? Number.POSITIVE_INFINITY, now + 1));
    const later = times.filter((time) => time > now);
    return later.length === 0 ? undefined : Math.min(...later);
  };
  const openPromises = (): Promised[] =>
    machine.promises.filter(({ variable, clock }) => clock !== undefined && state[variable] === PROMISE.open);
  /** Time passes: promises whose last instant this was are broken, and told why while the state still shows it. */
  const pass = (grains: number): void => {
    const leaving = openPromises().filter((promise) => (dueOf(promise) ?? Number.POSITIVE_INFINITY) <= now);
    for (const promise of leaving) {
      const story = explain({ machine, state, recorder, now, promise });
      recorder.violated(promise, now);
      stories.set(recorder.records.length, story);
    }
    const broken = tick(machine, state, grains, boundOf);
    now += grains;
    if (broken.length === 0) return;
    recorder.passed(now);
    settle(machine, state, recorder.watcher);
    recorder.end();
  };
  const isOver = (): Run['how'] | undefined => {
    if (state[variableNamed(machine, 'closed')] !== 1) return undefined;
    if (options.until === 'closed') return 'closed';
    return openPromises().length === 0 ? 'drained' : undefined;
  };

  settle(machine, state, recorder.watcher);
  recorder.end();
  for (;;) {
    instant();
    const over = isOver();
    if (over) return finish(over);
    const until = nextTime();
    if (until === undefined) return finish('quiet');
    if (until > options.horizon) {
      if (now < options.horizon) pass(options.horizon - now);
      return finish('horizon');
    }
    pass(until - now);
  }

  function finish(how: Run['how']): Run {
    return { machine, records: recorder.records, stories, state, ended: now * machine.grain, how };
  }
}

const variableNamed = (machine: Machine, name: string): number =>
  machine.variables.findIndex((variable) => variable.name === name);
