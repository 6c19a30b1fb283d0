import type { Book } from '../../model/book.ts';
import type { Broken, Proof } from '../../simulator/explore/proof.ts';
import { type Prover, proverOf } from '../../simulator/explore/prove.ts';
import type { Budget } from '../../simulator/explore/search/search.ts';
import type { Promised } from '../../simulator/kernel/machine.ts';
import { type CluesByPath, clueIn } from '../../simulator/proofs/clues-file.ts';
import { rank } from '../../simulator/proofs/standing.ts';
import { playScenario } from '../../simulator/replay/replay.ts';
import type { Killed } from '../fate.ts';
import type { Differing } from './machines-watch.ts';
import { questionsOf } from './questions.ts';

/** What proofs of mutants may cost. */
export interface ProofLimits {
  /** For each search. */
  readonly budget: Budget;
  /** Proofs of one mutant at the most, of the promises nearest to what was changed first. */
  readonly promises: number;
}

/** What the prover says to a mutant. */
export interface ProofsSay {
  /** The first promise that survives fewer failures than it must, or than it does in the book as it is. */
  readonly killed?: Killed;
  /** How it breaks, when it does. */
  readonly story?: Broken;
  /** Promises that have to do with what was changed, and are no worse off. */
  readonly depends: readonly string[];
}

export type ProofsWatch = (mutated: Book, differing: Iterable<Differing>) => ProofsSay;

/** When a story begins does not matter to a verdict. */
const STARTS = '2026-09-16T14:00:00Z';

/** `clues`: how promises of the book as it is were decided. Those of a mutant mostly are in the same way. */
export function proofsWatch(book: Book, limits: ProofLimits, clues: CluesByPath = new Map()): ProofsWatch {
  const provers = new Map<string, Prover>();
  const proofs = new Map<string, Proof>();
  const proverFor = (of: Book, runbook: string): Prover =>
    proverOf(of, {
      runbook,
      budget: limits.budget,
      outages: false,
      starts: STARTS,
      clueTo: clueIn(clues, { book: book.id, runbook }),
    });
  const proofBefore = (runbook: string, name: string): Proof | undefined => {
    const prover = provers.get(runbook) ?? proverFor(book, runbook);
    provers.set(runbook, prover);
    const key = `${runbook} ${name}`;
    const promise = prover.machine.promises.find((each) => each.name === name);
    const known = proofs.get(key) ?? (promise && prover.prove(promise));
    if (known) proofs.set(key, known);
    return known;
  };
  return (mutated, differing) => {
    const depends: string[] = [];
    const ofMutated = new Map<string, Prover>();
    for (const { runbook, name } of questionsOf(book, differing).slice(0, limits.promises)) {
      const prover = ofMutated.get(runbook) ?? proverFor(mutated, runbook);
      ofMutated.set(runbook, prover);
      const promise = prover.machine.promises.find((each) => each.name === name) as Promised;
      const proof = prover.prove(promise);
      // The book as it is is only asked when there is something to hold against the mutant.
      const message = isSuspect(proof) ? worse(book, promise, proofBefore(runbook, name), proof) : undefined;
      if (message !== undefined) {
        const killed: Killed = { kind: 'killed', by: { kind: 'proof', runbook, promise: name }, message };
        return { killed, depends, ...('story' in proof.verdict ? { story: proof.verdict.story } : {}) };
      }
      depends.push(name);
    }
    return { depends };
  };
}

const isSuspect = ({ verdict }: Proof): boolean =>
  verdict.kind === 'broken' || verdict.kind === 'never-called' || verdict.kind === 'does-not-settle';

/** In words; undefined when the promise is no worse off. What was not decided of the book says nothing, unless the story of the mutant does not break it there. */
function worse(
  book: Book,
  { text, tolerate }: Promised,
  before: Proof | undefined,
  after: Proof,
): string | undefined {
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
  const { cost, story } = after.verdict;
  if (
    before.tolerance < cost &&
    !(before.verdict.kind === 'gave-up' && story.reproduces && !breaks(book, story, after))
  )
    return undefined;
  const needed = rank(tolerate);
  return cost <= needed
    ? `"${said}" breaks with ${late(cost)}, and must survive ${tolerate === 'any' ? 'any number' : late(Number(tolerate))}`
    : `"${said}" breaks with ${late(cost)}; it survives as many in the book as it is`;
}

/** Whether the story breaks the promise in the book as it is, too. */
function breaks(book: Book, { scenario }: Broken, { promise }: Proof): boolean {
  const { records } = playScenario(book, { ...scenario, at: { file: 'story.yaml', path: [] } }).run;
  return records.some(({ kind, event }) => kind === 'promise-violated' && event === promise);
}

const late = (count: number): string => (count === 0 ? 'nobody late' : `${count} late`);
