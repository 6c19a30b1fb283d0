import type { Chooser } from '../../choose/chooser.ts';
import { randomChooser } from '../../choose/random.ts';
import type { Machine, Window } from '../../kernel/machine.ts';
import { run } from '../../run/run.ts';
import type { ActedOut } from '../act-out.ts';
import { type Answers, makeAnswers } from '../answers.ts';
import type { StoryMove } from '../story.ts';
import type { Sighting } from './sightings.ts';

/** The run of a sighting as a story: all that was not as early and as ordinary as possible, and all that nature did. */
export type Draft = Pick<ActedOut, 'run' | 'broke' | 'answers' | 'injects'>;

/** The run as far as the break: the same that was compiled, played once more with its records. */
export function recordRun(machine: Machine, { seed, begins, chances, at }: Sighting): Draft {
  const { failures: failurePercent, free, within, earliest, latest } = chances;
  const answers = makeAnswers('earliest');
  const random = randomChooser(seed, {
    failurePercent,
    begins,
    free: { percent: free, within },
    pace: { earliest, latest },
  });
  const injects: StoryMove[] = [];
  const played = run(machine, noting(random, answers), {
    until: 'drained',
    horizon: at + 1,
    observer: {
      moves: (window, alternative, t) => injects.push(...injectOf(window, alternative, t)),
      consequence: () => {},
      passes: () => {},
    },
  });
  return { run: played, broke: at, answers: answers.given(), injects };
}

function injectOf(
  { owner, site, text, alternatives }: Window,
  way: number | undefined,
  t: number,
): StoryMove[] {
  if (owner.kind !== 'nature' || way === undefined) return [];
  return [{ t, site, window: undefined, alternative: alternatives[way]?.name, owner: 'nature', text }];
}

/** The same, and what it says is written down. */
const noting = (chooser: Chooser, answers: Answers): Chooser => ({
  ...chooser,
  window: (site, lo, hi) => {
    const age = chooser.window(site, lo, hi);
    answers.asked(site, age);
    return age;
  },
  choose: (site, n) => {
    const way = chooser.choose(site, n);
    const is = site.window.alternatives[way]?.name;
    if (way > 0 && is !== undefined) answers.chose(site, is);
    return way;
  },
});
