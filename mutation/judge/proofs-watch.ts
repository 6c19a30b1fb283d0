import type { Book } from '../../model/book.ts';
import type { Broken, Proof } from '../../simulator/explore/proof.ts';
import { type Prover, proverOf } from '../../simulator/explore/prove.ts';
import type { Budget } from '../../simulator/explore/search.ts';
import { readsOf } from '../../simulator/kernel/guard.ts';
import type { Effect, Machine, Promised } from '../../simulator/kernel/machine.ts';
import { rank } from '../../simulator/proofs/standing.ts';
import { playScenario } from '../../simulator/replay/replay.ts';
import type { Killed } from '../fate.ts';
import { type Changed, changedParts } from './changed-parts.ts';
import type { Differing } from './machines-watch.ts';

/** What proofs of mutants may cost. */
export interface ProofLimits {
  /** For each search. */
  readonly budget: Budget;
  /** Promises that are proved of one mutant at the most, those nearest to what was changed first. */
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

export function proofsWatch(book: Book, limits: ProofLimits): ProofsWatch {
  const provers = new Map<string, Prover>();
  const proofs = new Map<string, Proof>();
  const proverFor = (of: Book, runbook: string): Prover =>
    proverOf(of, { runbook, budget: limits.budget, outages: false, starts: STARTS });
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
    for (const { runbook, before, after } of differing) {
      const concerned = concernedPromises(after, changedParts(before, after));
      if (concerned.length === 0) continue;
      const prover = proverFor(mutated, runbook);
      for (const name of concerned.slice(0, limits.promises - depends.length)) {
        const promise = prover.machine.promises.find((each) => each.name === name) as Promised;
        const proof = prover.prove(promise);
        // The book as it is is only asked when there is something to hold against the mutant.
        const message = isSuspect(proof)
          ? worse(book, promise, proofBefore(runbook, name), proof)
          : undefined;
        if (message !== undefined) {
          const killed: Killed = { kind: 'killed', by: { kind: 'proof', runbook, promise: name }, message };
          return { killed, depends, ...('story' in proof.verdict ? { story: proof.verdict.story } : {}) };
        }
        depends.push(name);
      }
    }
    return { depends };
  };
}

const isSuspect = ({ verdict }: Proof): boolean =>
  verdict.kind === 'broken' || verdict.kind === 'never-called' || verdict.kind === 'does-not-settle';

/**
 * Promises that are other ones now, then those that wait for something that was changed or are judged by it, then those that are judged by
 * what it writes down, then those that share its name.
 */
export function concernedPromises(machine: Machine, { promises, events, sites, written }: Changed): string[] {
  const stems = new Set([...sites].map(stemOf));
  const happening = machine.events.filter(({ name }) => events.has(name));
  const noted = new Set(happening.flatMap(({ reactions }) => changedBy(reactions)));
  // What is remembered of an event is read when another one happens: a message that needs approvals, and those.
  const judged = new Set([
    ...noted,
    ...machine.events.flatMap(({ reactions }) => changedBy(reactions, noted)),
  ]);
  const writes = new Set(machine.variables.flatMap(({ name }, index) => (written.has(name) ? [index] : [])));
  const judgedBy = new Set(machine.events.flatMap(({ reactions }) => changedBy(reactions, writes)));
  const nearness = ({ name, expects, variable }: Promised): number => {
    if (promises.has(name)) return 4;
    if (judged.has(variable)) return 3;
    if (expects.some((event) => events.has(machine.events[event]?.name ?? ''))) return 3;
    if (judgedBy.has(variable)) return 2;
    return stems.has(stemOf(name)) ? 1 : 0;
  };
  return machine.promises
    .map((promise) => ({ name: promise.name, near: nearness(promise) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .map(({ name }) => name);
}

/** The variables that effects change, or those alone that they change because of what one of these says. */
const changedBy = (effects: readonly Effect[], because?: ReadonlySet<number>): number[] =>
  effects.flatMap((effect) => {
    if (effect.op === 'if') {
      const reads = because && [...readsOf(effect.when)].some((each) => because.has(each));
      return changedBy(effect.effects, reads ? undefined : because);
    }
    return (effect.op === 'set' || effect.op === 'add') && !because ? [effect.variable] : [];
  });

/** `join/lead` of the site `join/lead/anna`, and of the promise of that name. */
const stemOf = (name: string): string => name.split('/').slice(0, 2).join('/');

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
