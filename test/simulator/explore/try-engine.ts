import type { Engine } from '../../../simulator/explore/search/engine.ts';
import { ConsequencesDoNotSettle } from '../../../simulator/kernel/moves.ts';

/** undefined: consequences do not settle at the very start. */
export function tryEngine(make: () => Engine): Engine | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConsequencesDoNotSettle) return undefined;
    throw error;
  }
}
