import type { Chooser, Site } from '../choose/chooser.ts';
import type { Machine, Window } from '../kernel/machine.ts';
import { type Run, run } from '../run/run.ts';
import type { Cone } from './cone.ts';
import type { Preparation } from './free-alerts.ts';
import type { Story, StoryMove } from './story.ts';

/** A story played in the whole machine, and the answers that were given where the calm one would not do. */
export interface ActedOut {
  readonly run: Run;
  /** Seconds at which the promise broke. */
  readonly broke: number;
  /** People and groups who missed a bound until then. */
  readonly failed: readonly string[];
  readonly answers: readonly Given[];
  readonly injects: readonly StoryMove[];
}

/** One answer, as a scenario states it. */
export interface Given {
  readonly site: string;
  readonly occurrence: number;
  /** Seconds; undefined: never. */
  readonly after: number | undefined;
  readonly is?: string;
}

/**
 * Plays the story in the whole machine: its moves at their times, its people late where it says so, everything outside its
 * cone as early as possible. undefined if the promise does not break, or only with more failures than the story has.
 */
export function actOut(
  whole: Machine,
  cone: Cone,
  story: Story,
  promise: string,
  preparations: ReadonlyMap<number, Preparation>,
): ActedOut | undefined {
  const prepared = withPreparations(whole, story, preparations);
  const answers = new Map<string, Given>();
  const chooser = chooserOf(whole, cone, prepared.moves, answers);
  const played = run(whole, chooser, { until: 'drained', horizon: prepared.breaksAt + 1 });
  const broke = played.records.find(({ kind, event }) => kind === 'promise-violated' && event === promise);
  if (!broke) return undefined;
  const failed = played.records.filter(({ kind, seq }) => kind === 'failed' && seq < broke.seq);
  const people = [...new Set(failed.flatMap(({ by }) => by ?? []))];
  const costs = story.moves.filter(({ fails }) => fails !== undefined).length;
  if (failed.length > costs) return undefined;
  const injects = prepared.moves.filter(
    ({ window }) => window !== undefined && whole.windows[window]?.owner.kind === 'nature',
  );
  return { run: played, broke: broke.t, failed: people, answers: [...answers.values()], injects };
}

/** An alert needs its signal to have moved so long before; the whole story starts later if there is no room for that. */
function withPreparations(
  whole: Machine,
  story: Story,
  preparations: ReadonlyMap<number, Preparation>,
): Story {
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
  whole: Machine,
  cone: Cone,
  moves: readonly StoryMove[],
  answers: Map<string, Given>,
): Chooser {
  const place = new Map(whole.windows.map((window, index) => [window, index]));
  const inside = new Set(cone.windowOf);
  const late = new Set(moves.flatMap(({ fails }) => fails ?? []));
  const bySite = new Map<string, StoryMove[]>();
  for (const move of moves)
    if (move.window !== undefined) bySite.set(move.site, [...(bySite.get(move.site) ?? []), move]);
  const next = (site: Site): StoryMove | undefined =>
    (bySite.get(site.name) ?? [])
      .slice(site.occurrence - 1)
      .find(({ window }) => window === place.get(site.window));
  const note = (site: Site, given: Partial<Given>): void => {
    const key = `${site.name}#${site.occurrence}`;
    const known = answers.get(key) ?? { site: site.name, occurrence: site.occurrence, after: site.window.lo };
    answers.set(key, { ...known, ...given });
  };
  const ageFor = (site: Site, lo: number, hi: number | undefined): number | undefined => {
    const move = next(site);
    if (move) return Math.max(move.t, site.now) - (hi === undefined ? site.now : site.start);
    if (hi === undefined || isLate(site.window, late)) return undefined;
    return inside.has(place.get(site.window) as number) ? hi : lo;
  };
  return {
    window: (site, lo, hi) => {
      const age = ageFor(site, lo, hi);
      const nominal = hi === undefined ? undefined : lo;
      if (site.window.owner.kind !== 'nature' && age !== nominal) note(site, { after: age });
      return age;
    },
    choose: (site) => {
      const wanted = next(site)?.alternative;
      const index = site.window.alternatives.findIndex(({ name }) => name === wanted);
      if (index > 0 && site.window.owner.kind !== 'nature') note(site, { is: wanted as string });
      return Math.max(0, index);
    },
  };
}

const isLate = ({ owner }: Window, late: ReadonlySet<string>): boolean =>
  (owner.kind === 'person' || owner.kind === 'group') && late.has(owner.id);
