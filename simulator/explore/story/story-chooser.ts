import type { Chooser, Site } from '../../choose/chooser.ts';
import type { Window } from '../../kernel/machine.ts';
import { initialState } from '../../kernel/state.ts';
import type { Answers } from './answers.ts';
import { lateNature } from './late-nature.ts';
import type { Scribe } from './log.ts';
import type { Stage } from './stage.ts';
import type { StoryMove } from './story.ts';

/** How what the story leaves open is played. */
export interface Manner {
  /** When people and machines act of whom the story says nothing. */
  readonly others: 'earliest' | 'latest';
  /** What nature does in the coarser model only is left to those whose work it is, however long they take. */
  readonly ownCourse: boolean;
  /** Nature does what she does in the story only just before whoever moves next there. */
  readonly lateNature?: true;
  /** What the coarser model knows of and the story does not do comes as late as it may; it is what must not come in between. */
  readonly lateSilent?: true;
}

/** Answers as the story has it; `told`: all its moves, `moves`: those that are played. */
export function storyChooser(
  { whole, inside, known, benevolence, preparations }: Stage,
  told: readonly StoryMove[],
  moves: readonly StoryMove[],
  answers: Answers,
  { others, ownCourse, lateNature: isLateNature, lateSilent }: Manner,
  log: Scribe,
): Chooser {
  const calm = initialState(whole);
  const isAwaited = isLateNature ? lateNature(whole, told) : undefined;
  const place = new Map(whole.windows.map((window, index) => [window, index]));
  const done = new Set(told.map(({ window }) => window));
  const isSilent = (window: number) => lateSilent === true && known.has(window) && !done.has(window);
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
  const ageFor = (site: Site, lo: number, hi: number | undefined): number | undefined => {
    const move = next(site);
    if (move && hi === undefined && !isBeginning(place.get(site.window) as number)) {
      const awaited = isAwaited?.(move, log.state() ?? calm);
      if (awaited !== undefined) return awaited ? site.now - site.start : undefined;
    }
    if (move) {
      const age = Math.max(move.t, site.now) - site.start;
      if (!(move.given || move.about) || hi === undefined) return age;
      return isLate(site.window, late) ? Math.max(age, lo) : Math.min(Math.max(age, lo), hi);
    }
    if (hi === undefined && ownCourse && helps(site) !== undefined) return 0;
    const window = place.get(site.window) as number;
    const isInside = inside.has(window) || isSilent(window);
    if (hi === undefined || (isLate(site.window, late) && (isInside || !ownCourse))) return undefined;
    return isInside || others === 'latest' ? hi : lo;
  };
  return {
    window: (site, lo, hi) => {
      const age = ageFor(site, lo, hi);
      answers.asked(site, age);
      return age;
    },
    choose: (site) => {
      const wanted = next(site)?.alternative;
      const index = wanted === undefined && ownCourse ? (helps(site) ?? 0) : indexOf(site, wanted);
      if (index > 0 && wanted !== undefined) answers.chose(site, wanted);
      return Math.max(0, index);
    },
  };
}

const indexOf = ({ window }: Site, wanted: string | undefined): number =>
  window.alternatives.findIndex(({ name }) => name === wanted);

const isLate = ({ owner }: Window, late: ReadonlySet<string>): boolean =>
  (owner.kind === 'person' || owner.kind === 'group') && late.has(owner.id);
