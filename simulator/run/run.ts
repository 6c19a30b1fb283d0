import type { Chooser } from '../choose/chooser.ts';
import { closedFlags } from '../incident-name.ts';
import type { Machine, Promised } from '../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../kernel/moves.ts';
import { initialState, type State } from '../kernel/state.ts';
import { type Calendar, makePlayer, type Observer, type Player } from './player.ts';
import { makeSchedule, type Schedule } from './schedule.ts';
import type { TraceRecord } from './trace.ts';
import type { Story } from './why.ts';

/** An instant in which this many moves happen never ends: a bug of the book that a loop of jumps can make. */
export const MOVES_AT_ONE_INSTANT = 10_000;

export interface RunOptions {
  /** Stop once every incident is closed, or once nothing outlives them. */
  readonly until: 'closed' | 'drained';
  /** Stop at the latest after this many grains. */
  readonly horizon: number;
  readonly calendar?: Calendar;
  readonly observer?: Observer;
  /** Asked after every instant: has this run shown what it was played for, or is it not going to? */
  readonly enough?: (state: State) => boolean;
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
  readonly how: HowEnded | 'stuck';
  /** Of a run that is stuck: the instant in which it goes round for ever, or the consequence. */
  readonly stuck?: string;
}

export type HowEnded = 'closed' | 'drained' | 'horizon' | 'quiet';

/** Plays one run: lists what may happen, lets the chooser answer, fires, fails or lets time pass. */
export function run(machine: Machine, chooser: Chooser, options: RunOptions): Run {
  let player: Player | undefined;
  try {
    player = makePlayer(machine, options.calendar, (event, at) => chooser.saw?.(event, at), options.observer);
    return runOf(machine, player, play(machine, chooser, player, options));
  } catch (error) {
    const isStuck = error instanceof InstantDoesNotEnd || error instanceof ConsequencesDoNotSettle;
    if (!isStuck) throw error;
    return { ...runOf(machine, player, 'stuck'), stuck: error.message };
  }
}

/** What is left of a run; without a player it could not even begin. */
const runOf = (machine: Machine, player: Player | undefined, how: Run['how']): Run => ({
  machine,
  records: player?.recorder.records ?? [],
  stories: player?.stories ?? new Map(),
  state: player?.state ?? initialState(machine),
  ended: (player?.now() ?? 0) * machine.grain,
  how,
});

function play(machine: Machine, chooser: Chooser, player: Player, options: RunOptions): HowEnded {
  const schedule = makeSchedule(machine, chooser, player);
  const closed = closedFlags(machine);
  for (;;) {
    instant(machine, schedule, player);
    if (options.enough?.(player.state)) return 'horizon';
    const open = player.openPromises();
    if (closed.length > 0 && closed.every((flag) => player.state[flag] === 1)) {
      if (options.until === 'closed') return 'closed';
      if (open.length === 0) return 'drained';
    }
    const until = nextTime(schedule, player, open);
    if (until === undefined) return 'quiet';
    if (until > options.horizon) {
      if (player.now() < options.horizon) player.pass(options.horizon - player.now());
      return 'horizon';
    }
    player.pass(until - player.now());
  }
}

/** A loop of moves that take no time: a finding about the book, found by running it. */
export class InstantDoesNotEnd extends Error {
  constructor(machine: Machine, now: number) {
    super(`the instant ${now * machine.grain}s does not end`);
  }
}

function instant(machine: Machine, schedule: Schedule, player: Player): void {
  for (let moves = 0; ; moves++) {
    schedule.plan();
    if (moves > MOVES_AT_ONE_INSTANT) throw new InstantDoesNotEnd(machine, player.now());
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
