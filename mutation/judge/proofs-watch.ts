import type { Book } from '../../model/book.ts';
import type { Proof } from '../../simulator/explore/proof.ts';
import { type Prover, proverOf } from '../../simulator/explore/prove.ts';
import type { Budget } from '../../simulator/explore/search.ts';
import type { Promised } from '../../simulator/kernel/machine.ts';
import { rank } from '../../simulator/proofs/standing.ts';
import type { Killed } from '../fate.ts';
import { changedParts } from './changed-parts.ts';
import type { Differing } from './machines-watch.ts';

/** What proofs of mutants may cost. */
export interface ProofLimits {
  /** For each search. */
  readonly budget: Budget;
  /** Promises that are proved of one mutant at the most, those that read what was changed first. */
  readonly promises: number;
}

/** What the prover says to a mutant. */
export interface ProofsSay {
  /** The first promise that survives fewer failures than it must, or than it does in the book as it is. */
  readonly killed?: Killed;
  /** Promises whose proof looks at something that was changed, and which are kept all the same. */
  readonly depends: readonly string[];
}

export type ProofsWatch = (mutated: Book, differing: Iterable<Differing>) => ProofsSay;

/** When a story begins does not matter to a verdict. */
const STARTS = '2026-09-16T14:00:00Z';

export function proofsWatch(book: Book, limits: ProofLimits): ProofsWatch {
  const provers = new Map<string, Prover>();
  const proofs = new Map<string, Proof>();
  const proverFor = (of: Book, runbook: string): Prover =>
    proverOf(of, { runbook, budget: limits.budget, outages: false, starts: STARTS });
  const before = (runbook: string): Prover => {
    const known = provers.get(runbook) ?? proverFor(book, runbook);
    provers.set(runbook, known);
    return known;
  };
  const proofBefore = (runbook: string, name: string): Proof | undefined => {
    const key = `${runbook} ${name}`;
    const promise = before(runbook).machine.promises.find((each) => each.name === name);
    const known = proofs.get(key) ?? (promise && before(runbook).prove(promise));
    if (known) proofs.set(key, known);
    return known;
  };
  return (mutated, differing) => {
    const depends: string[] = [];
    let left = limits.promises;
    for (const { runbook, ...machines } of differing) {
      if (book.runbooks.get(runbook)?.runs !== 'incident') continue;
      const { sites, promises } = changedParts(machines.before, machines.after);
      const prover = proverFor(mutated, runbook);
      const chosen = prover.machine.promises.filter(
        (each) => promises.has(each.name) || looksAt(proofBefore(runbook, each.name), sites),
      );
      for (const promise of chosen.slice(0, left)) {
        left--;
        const message = worse(promise, proofBefore(runbook, promise.name), prover.prove(promise));
        if (message !== undefined)
          return {
            killed: { kind: 'killed', by: { kind: 'proof', runbook, promise: promise.name }, message },
            depends,
          };
        depends.push(promise.name);
      }
    }
    return { depends };
  };
}

/** The name of a site begins like the names of what it writes: `step/verify-halt`. */
function looksAt(proof: Proof | undefined, sites: ReadonlySet<string>): boolean {
  const kept = (proof?.attempts ?? []).flatMap((attempt) => attempt.kept);
  return [...sites].some((site) => {
    const name = site.split('/').slice(0, 2).join('/');
    return kept.some((each) => each.includes(name));
  });
}

/** In words; undefined when the promise is no worse off. What was not decided says nothing. */
function worse({ text, tolerate }: Promised, before: Proof | undefined, after: Proof): string | undefined {
  const said = text.replace(/\.$/, '');
  if (!before) return undefined;
  if (after.verdict.kind === 'does-not-settle' && before.verdict.kind !== 'does-not-settle')
    return `"${said}": some instant never ends`;
  if (
    after.verdict.kind === 'never-called' &&
    before.verdict.kind !== 'never-called' &&
    before.verdict.kind !== 'gave-up'
  )
    return `"${said}" is called on no more`;
  if (after.verdict.kind !== 'broken') return undefined;
  const { cost } = after.verdict;
  if (before.tolerance < cost) return undefined;
  const needed = rank(tolerate);
  return cost <= needed
    ? `"${said}" breaks with ${late(cost)}, and must survive ${tolerate === 'any' ? 'any number' : late(Number(tolerate))}`
    : `"${said}" breaks with ${late(cost)}; it survives as many in the book as it is`;
}

const late = (count: number): string => (count === 0 ? 'nobody late' : `${count} late`);
