import type { Chooser, Site } from '../choose/chooser.ts';
import { type Machine, PROMISE, type Window } from '../kernel/machine.ts';
import { initialState, type State } from '../kernel/state.ts';
import { type Run, run } from '../run/run.ts';
import { fullName } from '../run/trace.ts';
import type { Benevolence } from './benevolence.ts';
import type { Goal } from './future.ts';
import { lateNature } from './late-nature.ts';
import { type Entry, type Log, makeLog, type Scribe } from './log.ts';
import type { Preparation } from './preparations.ts';
import type { Start } from './starts.ts';
import type { Story, StoryMove } from './story.ts';

/** How what the story leaves open is played. */
interface Manner {
  /** When people and machines act of whom the story says nothing. */
  readonly others: 'earliest' | 'latest';
  /** What nature does in the coarser model only is left to those whose work it is, however long they take. */
  readonly ownCourse: boolean;
  /** Nature does what she does in the story only just before whoever moves next there. */
  readonly lateNature?: true;
}

const MANNERS: readonly Manner[] = [
  { others: 'latest', ownCourse: false },
  { others: 'earliest', ownCourse: false },
  { others: 'earliest', ownCourse: true },
  { others: 'latest', ownCourse: true },
  { others: 'latest', ownCourse: true, lateNature: true },
];

/** Seconds that a story may last longer than in its coarser model when the incident takes its own course. */
const LONGER = 60 * 86_400;
/** Moves after which a run is not going to reach the goal any more: an incident nobody ends goes on with its updates for ever. */
const MOST_MOVES = 500;

/** A story played in the whole machine, and the answers that were given where the calm one would not do. */
export interface ActedOut {
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

/** One answer, as a scenario states it. */
export interface Given {
  readonly site: string;
  readonly occurrence: number;
  /** Where several people may act, who it is. */
  readonly by: string | undefined;
  /** Seconds; undefined: never. */
  readonly after: number | undefined;
  readonly is?: string;
}

/** What a story is played in. */
export interface Stage {
  readonly whole: Machine;
  readonly promise: string;
  readonly goal: Goal;
  /** Windows that the coarser model sees whole: where the story is silent about one, it does not fire before its bound. */
  readonly inside: ReadonlySet<number>;
  /** By window: what nature does first for it to fire. */
  readonly preparations: ReadonlyMap<number, Preparation>;
  readonly benevolence: Benevolence;
  /** A state of the whole machine as coarser models see it. */
  readonly encode: (state: State) => State;
  /** When the incident may begin; the first at which the story can happen is taken. */
  readonly starts: readonly Start[];
}

/** A story that did not go as told: its moves as they were tried, and what happened instead. */
export interface Misplayed {
  readonly moves: readonly StoryMove[];
  readonly log: Log;
  /** Things took their own course: only their order is told, not their times. */
  readonly loose: boolean;
}

/**
 * Plays the story in the whole machine: its moves at their times, its people late where it says so, everything else as early or
 * as late as possible. Misplayed if the goal is not reached, or only with more failures than the story has.
 */
export function actOut(stage: Stage, story: Story): ActedOut | Misplayed[] {
  const prepared = withPreparations(stage, withOpening(stage, story));
  const parted = withoutTies(stage.whole, prepared);
  const misplayed: Misplayed[] = [];
  for (const told of parted === prepared ? [prepared] : [parted, prepared]) {
    const given = told.moves.some((move) => isGiven(stage, move));
    for (const manner of MANNERS) {
      if (manner.ownCourse && !given) continue;
      const acted = actOutAtSomeStart(stage, told, manner);
      if ('run' in acted) return acted;
      misplayed.push({ moves: story.moves, log: acted.log, loose: manner.ownCourse });
    }
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

/**
 * A run lets nature move before machines in one instant: what nature does after one of them in the story, it does a grain later, and
 * all that follows too.
 */
function withoutTies(whole: Machine, story: Story): Story {
  let later = 0;
  let before: { readonly t: number; readonly window: number | undefined } | undefined;
  const kindOf = (index: number | undefined) =>
    index === undefined ? undefined : whole.windows[index]?.owner.kind;
  const moves = story.moves.map((move) => {
    const isAfterMachine = before?.t === move.t && kindOf(before.window) === 'machine';
    if (isAfterMachine && kindOf(move.window) === 'nature') later += whole.grain;
    before = move;
    return later === 0 ? move : { ...move, t: move.t + later };
  });
  return later === 0 ? story : { moves, breaksAt: story.breaksAt + later };
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
  const answers = new Map<string, Given>();
  const log = makeLog(whole, stage.encode);
  const chooser = chooserOf(stage, story.moves, moves, answers, manner, log);
  const inexact = manner.ownCourse || moves.some(({ about }) => about);
  const isReached = reachedBy(whole, promise, goal);
  const horizon = story.breaksAt + 1 + (inexact ? LONGER : 0);
  const enough = (state: State) => isReached(state) || log.moves() > MOST_MOVES;
  const played = run(whole, chooser, { until: 'drained', horizon, observer: log.observer, calendar, enough });
  const broke = played.records.find((record) => fullName(record) === promise && REACHED[goal](record.kind));
  const written = log.log(played.ended / whole.grain, played.state);
  const failed = played.records.filter(({ kind, seq }) => kind === 'failed' && broke && seq < broke.seq);
  if (!broke || failed.length > moves.filter(({ fails }) => fails !== undefined).length)
    return { log: written };
  return {
    run: { ...played, records: played.records.filter(({ t }) => t <= broke.t) },
    broke: broke.t,
    failed: [...new Set(failed.flatMap(({ by }) => by ?? []))],
    answers: [...answers.values()],
    others: manner.others,
    starts: text,
    injects: written.filter(({ t }) => t * whole.grain <= broke.t).flatMap((entry) => injectOf(whole, entry)),
  };
}

function injectOf(whole: Machine, { t, window: index, alternative }: Entry): StoryMove[] {
  const window = index === undefined ? undefined : whole.windows[index];
  if (window?.owner.kind !== 'nature' || alternative === undefined) return [];
  const { site, text } = window;
  const name = window.alternatives[alternative]?.name ?? '';
  return [{ t: t * whole.grain, site, window: index, alternative: name, owner: 'nature', text }];
}

/** Somebody has to begin the incident, even where the story is about its end. */
function withOpening({ whole, benevolence: { openings } }: Stage, story: Story): Story {
  const [first] = openings;
  const window = first === undefined ? undefined : whole.windows[first];
  if (!window || story.moves.some((move) => move.window !== undefined && openings.includes(move.window)))
    return story;
  const { site, owner, text } = window;
  const opening: StoryMove = {
    t: 0,
    site,
    window: first,
    alternative: window.alternatives[0]?.name,
    owner: owner.kind,
    text,
  };
  return { ...story, moves: [opening, ...story.moves] };
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

/** An alert needs its signal to have moved so long before; the whole story starts later if there is no room for that. */
function withPreparations({ whole, preparations }: Stage, story: Story): Story {
  const found = story.moves.flatMap((move): StoryMove[] => {
    const preparation = move.window === undefined ? undefined : preparations.get(move.window);
    const window = preparation && whole.windows[preparation.window];
    if (!preparation || !window) return [move];
    const first: StoryMove = {
      t: move.t - preparation.before,
      site: window.site,
      window: preparation.window,
      alternative: window.alternatives[preparation.alternative]?.name ?? '',
      owner: 'nature',
      text: window.text,
    };
    return [first, move];
  });
  const early = Math.min(0, ...found.map(({ t }) => t));
  const moves = found.map((move) => ({ ...move, t: move.t - early })).sort((a, b) => a.t - b.t);
  return { moves, breaksAt: story.breaksAt - early };
}

function chooserOf(
  { whole, inside, benevolence, preparations }: Stage,
  told: readonly StoryMove[],
  moves: readonly StoryMove[],
  answers: Map<string, Given>,
  { others, ownCourse, lateNature: isLateNature }: Manner,
  log: Scribe,
): Chooser {
  const calm = initialState(whole);
  const isAwaited = isLateNature ? lateNature(whole, told) : undefined;
  const place = new Map(whole.windows.map((window, index) => [window, index]));
  const late = new Set(moves.flatMap(({ fails }) => fails ?? []));
  const bySite = new Map<string, StoryMove[]>();
  for (const move of moves)
    if (move.window !== undefined) bySite.set(move.site, [...(bySite.get(move.site) ?? []), move]);
  const signals = new Set([...preparations.values()].map(({ window }) => window));
  const isBeginning = (window: number) => signals.has(window) || benevolence.openings.includes(window);
  const next = (site: Site): StoryMove | undefined =>
    (bySite.get(site.name) ?? [])
      .slice(site.occurrence - 1)
      .find(({ window }) => window === place.get(site.window));
  const helps = (site: Site): number | undefined => {
    const state = log.state();
    const { owner } = site.window;
    if (owner.kind !== 'nature' || state === undefined) return undefined;
    return benevolence.helps(place.get(site.window) as number, state);
  };
  const note = (site: Site, given: Partial<Given>): void => {
    const { owner } = site.window;
    const by = 'id' in owner ? owner.id : undefined;
    const key = `${site.name}@${by ?? ''}#${site.occurrence}`;
    const { lo, hi } = site.window;
    const calm = others === 'earliest' ? lo : (hi ?? lo);
    const known = answers.get(key) ?? { site: site.name, occurrence: site.occurrence, by, after: calm };
    answers.set(key, { ...known, ...given });
  };
  const ageFor = (site: Site, lo: number, hi: number | undefined): number | undefined => {
    const move = next(site);
    if (move && hi === undefined && !isBeginning(place.get(site.window) as number)) {
      const awaited = isAwaited?.(move, log.state() ?? calm);
      if (awaited !== undefined) return awaited ? site.now - site.start : undefined;
    }
    if (move) {
      const age = Math.max(move.t, site.now) - (hi === undefined ? site.now : site.start);
      return (move.given || move.about) && hi !== undefined ? Math.min(Math.max(age, lo), hi) : age;
    }
    if (hi === undefined && ownCourse && helps(site) !== undefined) return 0;
    const isInside = inside.has(place.get(site.window) as number);
    if (hi === undefined || (isLate(site.window, late) && (isInside || !ownCourse))) return undefined;
    return isInside || others === 'latest' ? hi : lo;
  };
  return {
    window: (site, lo, hi) => {
      const age = ageFor(site, lo, hi);
      const nominal = hi === undefined ? undefined : others === 'earliest' ? lo : hi;
      if (site.window.owner.kind !== 'nature' && age !== nominal) note(site, { after: age });
      return age;
    },
    choose: (site) => {
      const wanted = next(site)?.alternative;
      const index = wanted === undefined && ownCourse ? (helps(site) ?? 0) : indexOf(site, wanted);
      if (index > 0 && site.window.owner.kind !== 'nature') note(site, { is: wanted as string });
      return Math.max(0, index);
    },
  };
}

const indexOf = ({ window }: Site, wanted: string | undefined): number =>
  window.alternatives.findIndex(({ name }) => name === wanted);

const isLate = ({ owner }: Window, late: ReadonlySet<string>): boolean =>
  (owner.kind === 'person' || owner.kind === 'group') && late.has(owner.id);
