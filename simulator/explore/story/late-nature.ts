import { holds } from '../../kernel/guard.ts';
import type { Machine } from '../../kernel/machine.ts';
import { fire } from '../../kernel/moves.ts';
import type { State } from '../../kernel/state.ts';
import type { StoryMove } from './story.ts';

/**
 * Says whether the time has come for what nature does in a story, if she waits as long as she can: somebody could now make the next
 * move of the story that is not hers, once she has moved. Undefined: nobody follows, so that she need not wait.
 */
export function lateNature(machine: Machine, moves: readonly StoryMove[]) {
  const isNature = ({ window }: StoryMove): boolean =>
    window !== undefined && machine.windows[window]?.owner.kind === 'nature';
  return (move: StoryMove, state: State): boolean | undefined => {
    const place = moves.indexOf(move);
    const end = moves.findIndex(
      (each, index) => index > place && each.window !== undefined && !isNature(each),
    );
    const follower = machine.windows[moves[end]?.window ?? -1];
    if (!follower) return undefined;
    const then = state.slice();
    for (const each of moves.slice(place, end)) if (isNature(each)) make(machine, then, each);
    return holds(follower.when, then);
  };
}

function make(machine: Machine, state: State, { window: index, alternative }: StoryMove): void {
  const window = machine.windows[index as number];
  const chosen = window?.alternatives.findIndex(({ name }) => name === alternative) ?? -1;
  if (window && chosen >= 0 && holds(window.when, state)) fire(machine, state, window, chosen);
}
