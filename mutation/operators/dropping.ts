import type { Change } from '../document/change.ts';
import type { Place } from '../document/places.ts';

/** One mutant a place: it is gone. */
export const dropEach = (places: readonly Place[]): Change[][] =>
  places.map(({ path }) => [{ op: 'drop', path }]);
