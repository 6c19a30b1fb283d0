import type { Book } from '../../model/book.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import type { Rereader } from '../../model/load-book.ts';
import type { Rule } from '../../rules/rule.ts';
import type { CluesByPath } from '../../simulator/proofs/clues-file.ts';
import type { Fate } from '../fate.ts';
import type { Mutant } from '../mutant.ts';
import { differences } from '../reads/differences.ts';
import { changedParts } from './changed-parts.ts';
import { drillsWatch } from './drills-watch.ts';
import { hintFor } from './hint.ts';
import { lowerings } from './lowerings.ts';
import { type Differing, machinesWatch } from './machines-watch.ts';
import { type ProofLimits, proofsWatch } from './proofs-watch.ts';
import { rulesWatch } from './rules-watch.ts';
import { haveSameRuns } from './same-runs.ts';

/** A sound book, its files, and what guards it. */
export interface Guarded {
  readonly book: Book;
  readonly shelf: Rereader;
  readonly rules: readonly Rule[];
  /** The day on which the book is checked. */
  readonly today: IsoDate;
  /** Absent: nothing is proved. */
  readonly proofs?: ProofLimits | undefined;
  /** How promises were proved before. */
  readonly clues?: CluesByPath | undefined;
}

/**
 * Judges mutants of one book one by one: the loader, then the rules, the drills and the proofs, cheapest first; the first that
 * minds ends it. What was read to judge the book as it is says which of them a mutant can concern at all.
 */
export function judgeOf({ book, shelf, rules, today, proofs, clues }: Guarded): (mutant: Mutant) => Fate {
  const rulesSay = rulesWatch(book, rules, today);
  const lowered = lowerings(book);
  const drillsSay = drillsWatch(book, lowered);
  const machinesOf = machinesWatch(book, lowered);
  const proofsSay = proofs && proofsWatch(book, proofs, clues);
  const encoder = new TextEncoder();
  return (mutant) => {
    const bytes = encoder.encode(mutant.text);
    const { book: mutated, findings } = shelf.with({ file: mutant.file, bytes });
    if (!mutated) {
      const { rule = '', message = '' } = findings[0] ?? {};
      return { kind: 'invalid', rule, message };
    }
    const changed = differences(book, mutated);
    const found = rulesSay(mutated, changed);
    if (found) return found;
    const machines = lowered.of(mutated, changed);
    const { killed, exercised } = drillsSay({ mutant, book: mutated, machines, changed });
    if (killed) return killed;
    const { touched, differing } = machinesOf(machines, changed);
    const first = differing().next().value;
    if (touched > 0 && !first) return { kind: 'equivalent', machines: touched };
    if (touched > 0 && proofs && haveAllSameRuns(book, differing(), proofs.budget))
      return { kind: 'equivalent', machines: touched };
    const proved = proofsSay?.(mutated, differing()) ?? { depends: [] };
    if (proved.killed) return proved.killed;
    const parts = first && changedParts(first.before, first.after);
    const reached = exercised !== undefined || proved.depends.length > 0;
    return { kind: reached ? 'survived' : 'no-coverage', hint: hintFor(first?.runbook, parts, exercised) };
  };
}

/** The first procedure that may run otherwise ends the question. */
function haveAllSameRuns(book: Book, differing: Iterable<Differing>, budget: ProofLimits['budget']): boolean {
  for (const each of differing) if (!haveSameRuns(book, each, budget)) return false;
  return true;
}
