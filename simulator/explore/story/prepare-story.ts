import type { Machine } from '../../kernel/machine.ts';
import type { Stage } from './stage.ts';
import type { Story, StoryMove } from './story.ts';

/** The ways in which a story can be told to the whole machine, the best first. */
export function tellingsOf(stage: Stage, story: Story): Story[] {
  const prepared = withPreparations(stage, withOpening(stage, story));
  const parted = withoutTies(stage.whole, prepared);
  return parted === prepared ? [prepared] : [parted, prepared];
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
