import type { Book } from '../../model/book.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import type { Rereader } from '../../model/load-book.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Fate } from '../fate.ts';
import type { Mutant } from '../mutant.ts';
import { differences } from '../reads/differences.ts';
import type { Changed } from './changed-parts.ts';
import { drillsWatch } from './drills-watch.ts';
import { hintFor } from './hint.ts';
import { type Comparison, machinesWatch } from './machines-watch.ts';
import { rulesWatch } from './rules-watch.ts';

/** A sound book, its files, and what judges its mutants. */
export interface Guarded {
  readonly book: Book;
  readonly shelf: Rereader;
  readonly rules: readonly Rule[];
  /** The day on which the book is checked. */
  readonly today: IsoDate;
}

/**
 * Judges mutants of one book one by one: the loader, then the rules, the drills and the proofs, cheapest first; the first that
 * minds ends it. What was read to judge the book as it is says which of them a mutant can concern at all.
 */
export function judgeOf({ book, shelf, rules, today }: Guarded): (mutant: Mutant) => Fate {
  const byRules = rulesWatch(book, rules, today);
  const byDrills = drillsWatch(book);
  const machines = machinesWatch(book);
  const encoder = new TextEncoder();
  return ({ file, text }) => {
    const { book: mutated, findings } = shelf.with({ file, bytes: encoder.encode(text) });
    if (!mutated) {
      const { rule = '', message = '' } = findings[0] ?? {};
      return { kind: 'invalid', rule, message };
    }
    const changed = differences(book, mutated);
    const killed = byRules.notices(mutated, changed) ?? byDrills.notices(mutated, changed);
    if (killed) return killed;
    const comparison = machines.compare(mutated, changed);
    if (comparison.compared > 0 && comparison.different.length === 0)
      return { kind: 'equivalent', machines: comparison.compared };
    const passing = byDrills.passing(namesOf(comparison));
    const hint = hintFor(comparison, passing);
    return passing.length > 0 ? { kind: 'survived', hint } : { kind: 'no-coverage', hint };
  };
}

const namesOf = ({ different }: Comparison): Set<string> =>
  new Set(different.flatMap(({ changed }: { changed: Changed }) => [...changed.sites, ...changed.events]));
