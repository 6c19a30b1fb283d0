import { addBusinessDays, type Instant, nextBusinessOpening } from '../../model/calendar.ts';
import type { BusinessCalendar } from '../../model/generated/types.ts';
import { type Machine, PROMISE, type Promised, type Window } from '../kernel/machine.ts';
import { fail, fire, settle, tick, type Watcher } from '../kernel/moves.ts';
import { ageOf, initialState, OFF, type State } from '../kernel/state.ts';
import { type Agenda, makeAgenda } from './agenda.ts';
import { makeRecorder, type Recorder } from './recorder.ts';
import { explain, type Story } from './why.ts';

/** Makes business days exact; without it they have their shortest length. */
export interface Calendar {
  readonly starts: Instant;
  readonly business: BusinessCalendar;
}

/** Told of each move before it is made, with the state that it is made in: for whoever compares two runs. */
export interface Observer {
  /** `alternative` undefined: the owner of the window misses its bound. */
  moves(window: Window, alternative: number | undefined, now: number, state: State): void;
  consequence(index: number, now: number, state: State): void;
  passes(now: number, state: State): void;
}

/** Makes moves and keeps their record; which moves, and when, is decided elsewhere. */
export interface Player {
  readonly state: State;
  readonly recorder: Recorder;
  readonly agenda: Agenda;
  /** Why each promise broke, by the number of the record that says so. */
  readonly stories: ReadonlyMap<number, Story>;
  /** Grains. */
  now(): number;
  /** The alternative is asked for once the move has begun. */
  fire(window: Window, alternative: () => number): void;
  fail(window: Window): void;
  /** Time passes: promises whose last instant this was are broken, and told why while the state still shows it. */
  pass(grains: number): void;
  /** Promises with a deadline that are open. */
  openPromises(): Promised[];
  /** Grains; never while its clock does not run. */
  dueOf(promise: Promised): number;
  /** For a window that waits for business hours to open, where the calendar is known: its age then. */
  openingAge(window: Window, start: number): number | undefined;
}

/** Real length of a promise's bound in grains, from the grain at which it begins to count. */
export function boundFrom(
  machine: Machine,
  promise: Promised,
  calendar: Calendar | undefined,
  start: number,
): number {
  if (promise.businessDays === undefined || !calendar) return promise.bound;
  const { grain } = machine;
  const known = lengths.get(calendar) ?? new Map<string, number>();
  lengths.set(calendar, known);
  const from = calendar.starts + start * grain;
  const key = `${promise.businessDays} ${from} ${grain}`;
  const length =
    known.get(key) ?? (addBusinessDays(from, promise.businessDays, calendar.business) - from) / grain;
  known.set(key, length);
  return length;
}

/** Every open promise is asked at every instant, and a business calendar is slow to answer. */
const lengths = new WeakMap<Calendar, Map<string, number>>();

function openingAge(machine: Machine, calendar: Calendar | undefined, start: number): number | undefined {
  if (!calendar) return undefined;
  const from = calendar.starts + start * machine.grain;
  return Math.ceil((nextBusinessOpening(from, calendar.business) - from) / machine.grain);
}

const finite = (time: number): number | undefined => (Number.isFinite(time) ? time : undefined);

/** At the beginning of a run, its consequences already at rest. */
export function makePlayer(
  machine: Machine,
  calendar: Calendar | undefined,
  saw: (event: string, now: number) => void,
  observer?: Observer,
): Player {
  const state = initialState(machine);
  const agenda = makeAgenda(machine, state);
  const stories = new Map<number, Story>();
  let now = 0;
  const startOf = (promise: Promised): number => recorder.startOf(promise.clock as number) ?? now;
  const boundOf = (promise: Promised): number => boundFrom(machine, promise, calendar, startOf(promise));
  const dueOf = (promise: Promised): number =>
    promise.clock === undefined || ageOf(machine, state, promise.clock) === OFF
      ? Number.POSITIVE_INFINITY
      : startOf(promise) + boundOf(promise);
  const openPromises = (): Promised[] =>
    machine.promises.filter(({ variable, clock }) => clock !== undefined && state[variable] === PROMISE.open);
  const recorder: Recorder = makeRecorder(machine, state, (promise) => finite(dueOf(promise)), saw);
  const watcher = watchedBy(recorder.watcher, agenda, (index) => observer?.consequence(index, now, state));
  settle(machine, state, watcher);
  recorder.end();
  return {
    state,
    recorder,
    agenda,
    stories,
    now: () => now,
    fire: (window, alternative) => {
      recorder.begin(window, now);
      const chosen = alternative();
      observer?.moves(window, chosen, now, state);
      fire(machine, state, window, chosen, watcher);
      recorder.end();
    },
    fail: (window) => {
      recorder.begin(window, now);
      recorder.failed(window);
      observer?.moves(window, undefined, now, state);
      fail(machine, state, window, watcher);
      recorder.end();
    },
    pass: (grains) => {
      observer?.passes(now, state);
      for (const promise of openPromises()) {
        if (dueOf(promise) > now) continue;
        const story = explain({ machine, state, recorder, now, promise });
        recorder.violated(promise, now);
        stories.set(recorder.records.length, story);
      }
      const broken = tick(machine, state, grains, boundOf);
      now += grains;
      if (broken.length === 0) return;
      for (const { variable } of broken) agenda.wrote(variable);
      recorder.passed(now);
      settle(machine, state, watcher);
      recorder.end();
    },
    openPromises,
    dueOf,
    openingAge: (window, start) => (window.atOpening ? openingAge(machine, calendar, start) : undefined),
  };
}

const watchedBy = (watcher: Watcher, agenda: Agenda, consequence: (index: number) => void): Watcher => ({
  ...watcher,
  consequence: (index) => {
    consequence(index);
    watcher.consequence(index);
  },
  wrote: (variable) => {
    agenda.wrote(variable);
    watcher.wrote(variable);
  },
  started: (clock) => {
    agenda.started(clock);
    watcher.started(clock);
  },
  firstEnabled: agenda.firstEnabled,
});
