import { ConsequencesDoNotSettle } from '../../simulator/kernel/moves.ts';
import type { Run } from '../../simulator/run/run.ts';
import { writeTrace } from '../../simulator/run/trace.ts';

/** All that a run leaves, or how it refused to end. */
export function whatIsLeft(play: () => Run) {
  try {
    const { records, stories, state, how, stuck, ended, machine } = play();
    if (stuck !== undefined) return stuck;
    const trace = writeTrace({ book: 'b', scenario: 's', starts: 't' }, records);
    const values = state.slice(0, machine.variables.length);
    return { trace, stories: [...stories], values, how, ended };
  } catch (error) {
    if (
      error instanceof ConsequencesDoNotSettle ||
      (error instanceof Error && /does not end/.test(error.message))
    )
      return error.message;
    throw error;
  }
}
