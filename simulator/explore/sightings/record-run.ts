import type { Chooser } from '../../choose/chooser.ts';
import type { Machine, Window } from '../../kernel/machine.ts';
import { type Run, type RunOptions, run } from '../../run/run.ts';
import type { ActedOut } from '../story/act-out.ts';
import { type Answers, makeAnswers } from '../story/answers.ts';
import type { StoryMove } from '../story/story.ts';

/** A run as a story: all that was not as ordinary as possible, and all that nature did. */
export type Recording = { readonly run: Run } & Pick<ActedOut, 'answers' | 'others' | 'injects'>;

/** Plays a run and writes down what its chooser says, as far as it is not what `others` says. */
export function recordRun(
  machine: Machine,
  chooser: Chooser,
  others: ActedOut['others'],
  options: RunOptions,
): Recording {
  const answers = makeAnswers(others);
  const injects: StoryMove[] = [];
  const played = run(machine, noting(chooser, answers), {
    ...options,
    observer: {
      moves: (window, alternative, t) => injects.push(...injectOf(window, alternative, t)),
      consequence: () => {},
      passes: () => {},
    },
  });
  return { run: played, answers: answers.given(), others, injects };
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
