import type { Chooser, Site } from '../../choose/chooser.ts';
import { randomChooser } from '../../choose/random.ts';
import type { Machine, Window } from '../../kernel/machine.ts';
import { run } from '../../run/run.ts';
import type { ActedOut } from '../act-out.ts';
import type { StoryMove } from '../story.ts';
import type { Given } from '../story-chooser.ts';
import type { Sighting } from './sightings.ts';

/** The run of a sighting as a story: all that was not as early and as ordinary as possible, and all that nature did. */
export type Draft = Pick<ActedOut, 'run' | 'broke' | 'answers' | 'injects'>;

/** The run as far as the break: the same that was compiled, played once more with its records. */
export function recordRun(machine: Machine, { seed, begins, chances, at }: Sighting): Draft {
  const { failures: failurePercent, free, within, earliest, latest } = chances;
  const notes = noting(
    randomChooser(seed, {
      failurePercent,
      begins,
      free: { percent: free, within },
      pace: { earliest, latest },
    }),
  );
  const injects: StoryMove[] = [];
  const played = run(machine, notes.chooser, {
    until: 'drained',
    horizon: at + 1,
    observer: {
      moves: (window, alternative, t) => injects.push(...injectOf(window, alternative, t)),
      consequence: () => {},
      passes: () => {},
    },
  });
  return { run: played, broke: at, answers: notes.answers(), injects };
}

function injectOf(
  { owner, site, text, alternatives }: Window,
  way: number | undefined,
  t: number,
): StoryMove[] {
  if (owner.kind !== 'nature' || way === undefined) return [];
  return [{ t, site, window: undefined, alternative: alternatives[way]?.name, owner: 'nature', text }];
}

/** An answer, and the earliest that it could have been; undefined for what nobody is bound to do. */
interface Noted extends Given {
  readonly earliest: number | undefined;
}

/** Writes down the answers of people and machines, as a scenario would give them: of each asking the last. */
function noting(chooser: Chooser): { readonly chooser: Chooser; answers(): Given[] } {
  const noted = new Map<string, Noted>();
  const note = (site: Site, answer: Partial<Noted>): void => {
    const { name, occurrence, window } = site;
    const by = 'id' in window.owner ? window.owner.id : undefined;
    const key = `${name}@${by ?? ''}#${occurrence}`;
    const known = noted.get(key) ?? { site: name, occurrence, by, after: window.lo, earliest: window.lo };
    noted.set(key, { ...known, ...answer });
  };
  return {
    chooser: {
      ...chooser,
      window: (site, lo, hi) => {
        const age = chooser.window(site, lo, hi);
        const isAnswer = site.window.owner.kind !== 'nature' && (hi !== undefined || age !== undefined);
        if (isAnswer) note(site, { after: age, earliest: hi === undefined ? undefined : lo });
        return age;
      },
      choose: (site, n) => {
        const way = chooser.choose(site, n);
        const is = site.window.alternatives[way]?.name;
        if (site.window.owner.kind !== 'nature' && way > 0 && is !== undefined) note(site, { is });
        return way;
      },
    },
    answers: () =>
      [...noted.values()]
        .filter(({ after, earliest, is }) => is !== undefined || after !== earliest)
        .map(({ earliest, ...given }) => given),
  };
}
