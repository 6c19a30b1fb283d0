import { type Machine, PROMISE } from '../../kernel/machine.ts';
import type { State } from '../../kernel/state.ts';
import { type Run, run } from '../../run/run.ts';
import { fullName } from '../../run/trace.ts';
import type { Goal } from '../search/future.ts';
import { type Given, makeAnswers } from './answers.ts';
import { type Entry, type Log, makeLog } from './log.ts';
import { tellingsOf } from './prepare-story.ts';
import type { Stage } from './stage.ts';
import type { Start } from './starts.ts';
import type { Story, StoryMove } from './story.ts';
import { type Manner, storyChooser } from './story-chooser.ts';

const MANNERS: readonly Manner[] = [
  { others: 'latest', ownCourse: false },
  { others: 'earliest', ownCourse: false },
  { others: 'earliest', ownCourse: true },
  { others: 'latest', ownCourse: true, lateNature: true },
  { others: 'earliest', ownCourse: true, lateSilent: true },
];

/** Seconds that a story may last longer than in its coarser model when the incident takes its own course. */
const LONGER = 60 * 86_400;
/** Moves after which a run is not going to reach the goal any more: an incident nobody ends goes on with its updates for ever. */
const MOST_MOVES = 500;

/** A story played in the whole machine, and the answers that were given where the calm one would not do. */
export interface ActedOut {
  /** To one second after the break, where the drill that it becomes ends. */
  readonly run: Run;
  /** Seconds at which the promise broke, or was called where that was asked. */
  readonly broke: number;
  /** People and groups who missed a bound until then. */
  readonly failed: readonly string[];
  readonly answers: readonly Given[];
  /** When those act of whom nothing is said. */
  readonly others: 'earliest' | 'latest';
  readonly injects: readonly StoryMove[];
  /** The calendar start that it was played at, as a scenario writes it. */
  readonly starts: string;
}

/** A story that did not go as told: its moves as they were tried, and what happened instead. */
export interface Misplayed {
  readonly moves: readonly StoryMove[];
  /** Seconds, as the story has it. */
  readonly breaksAt: number;
  readonly log: Log;
  /** Things took their own course: only their order is told, not their times. */
  readonly loose: boolean;
}

/**
 * Plays the story in the whole machine: its moves at their times, its people late where it says so, everything else as early or
 * as late as possible. Misplayed if the goal is not reached, or only with more failures than the story has.
 */
export function actOut(stage: Stage, story: Story): ActedOut | Misplayed[] {
  const misplayed: Misplayed[] = [];
  const tellings = tellingsOf(stage, story);
  for (const manner of MANNERS)
    for (const told of tellings) {
      if (manner.ownCourse && !told.moves.some((move) => isGiven(stage, move))) continue;
      const acted = actOutAtSomeStart(stage, told, manner);
      if ('run' in acted) return acted;
      misplayed.push({ ...story, log: acted.log, loose: manner.ownCourse });
    }
  return misplayed;
}

/** At the first start at which it can happen; otherwise what became of it at the first. */
function actOutAtSomeStart(stage: Stage, told: Story, manner: Manner): ActedOut | { readonly log: Log } {
  let first: Log | undefined;
  for (const start of stage.starts) {
    const acted = actOutSo(stage, told, manner, start);
    if ('run' in acted) return acted;
    first ??= acted.log;
    if (!waitsForHours(stage.whole, first)) break;
  }
  return { log: first ?? [] };
}

/** Would the same moves go otherwise at another hour? */
const waitsForHours = ({ windows }: Machine, log: Log): boolean =>
  log.some(({ window }) => window !== undefined && windows[window]?.atOpening === true);

/** Alerts are nature's too, but their signals are moved for them. */
const isGiven = ({ preparations }: Stage, { given, window }: StoryMove): boolean =>
  given === true && !(window !== undefined && preparations.has(window));

function actOutSo(
  stage: Stage,
  story: Story,
  manner: Manner,
  { text, calendar }: Start,
): ActedOut | { readonly log: Log } {
  const { whole, promise, goal } = stage;
  const moves = manner.ownCourse ? story.moves.filter((move) => !isGiven(stage, move)) : story.moves;
  const inexact = manner.ownCourse || moves.some(({ about }) => about);
  const isReached = reachedBy(whole, promise, goal);
  const play = (horizon: number, isEnough: (state: State, moves: number) => boolean) => {
    const answers = makeAnswers(manner.others);
    const log = makeLog(whole, stage.encode);
    const chooser = storyChooser(stage, story.moves, moves, answers, manner, log);
    const enough = (state: State) => isEnough(state, log.moves());
    const played = run(whole, chooser, {
      until: 'drained',
      horizon,
      observer: log.observer,
      calendar,
      enough,
    });
    return { played, answers, written: log.log(played.ended / whole.grain, played.state) };
  };
  const horizon = story.breaksAt + 1 + (inexact ? LONGER : 0);
  const { played, written } = play(horizon, (state, made) => isReached(state) || made > MOST_MOVES);
  const broke = played.records.find((record) => fullName(record) === promise && REACHED[goal](record.kind));
  const failed = played.records.filter(({ kind, seq }) => kind === 'failed' && broke && seq < broke.seq);
  if (!broke || failed.length > moves.filter(({ fails }) => fails !== undefined).length)
    return { log: written };
  // Again, to where its drill ends: what else breaks until then is part of the story.
  const told = play(broke.t / whole.grain + 1, () => false);
  return {
    run: told.played,
    broke: broke.t,
    failed: [...new Set(failed.flatMap(({ by }) => by ?? []))],
    answers: told.answers.given(),
    others: manner.others,
    starts: text,
    injects: told.written.flatMap((entry) => injectOf(whole, entry)),
  };
}

function injectOf(whole: Machine, { t, window: index, alternative }: Entry): StoryMove[] {
  const window = index === undefined ? undefined : whole.windows[index];
  if (window?.owner.kind !== 'nature' || alternative === undefined) return [];
  const { site, text } = window;
  const name = window.alternatives[alternative]?.name ?? '';
  return [{ t: t * whole.grain, site, window: index, alternative: name, owner: 'nature', text }];
}

const REACHED: Record<Goal, (kind: string) => boolean> = {
  broken: (kind) => kind === 'promise-violated',
  called: (kind) => kind.startsWith('promise-'),
};

const reachedBy = ({ promises }: Machine, promise: string, goal: Goal): ((state: State) => boolean) => {
  const variable = promises.find(({ name }) => name === promise)?.variable as number;
  return goal === 'broken'
    ? (state) => state[variable] === PROMISE.violated
    : (state) => state[variable] !== PROMISE.idle;
};
