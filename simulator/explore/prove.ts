import type { Book } from '../../model/book.ts';
import type { Machine, Promised } from '../kernel/machine.ts';
import { lowerIncident } from '../lower/incident.ts';
import { type BreakLine, breakLines } from '../replay/break-lines.ts';
import { promiseReports } from '../replay/promises.ts';
import { replay } from '../replay/replay.ts';
import type { ActedOut } from './act-out.ts';
import { incidentOf, withoutOutages } from './assumptions.ts';
import { type Decision, decide } from './decide.ts';
import { type Longest, longest, withBound } from './longest.ts';
import { nameStory } from './name-story.ts';
import type { Attempt, Broken, Proof, Verdict } from './proof.ts';
import { scenarioOf } from './scenario-of.ts';
import type { Budget } from './search.ts';
import { startsOf } from './starts.ts';
import type { Story } from './story.ts';
import { type Subject, subjectOf } from './subject.ts';

/** What proofs of one runbook are asked for. */
export interface ProverOptions {
  readonly runbook: string;
  /** For each search. */
  readonly budget: Budget;
  /** May capabilities be lost and come back at any instant? Otherwise those that are up stay up. */
  readonly outages: boolean;
  /** Start of the scenarios that counterexamples become. */
  readonly starts: string;
  /** Told after each search. */
  readonly progress?: (promise: string, attempt: Attempt) => void;
}

export interface ProveOptions extends ProverOptions {
  /** Names of promises; absent: all. */
  readonly promises?: readonly string[];
}

/** One runbook's incident, lowered once for any number of proofs. */
export interface Prover {
  readonly machine: Machine;
  /** The same promise gives the same proof, in whatever order they are asked for. */
  prove(promise: Promised): Proof;
  /** How long what a promise waits for takes at the most while nobody is late, and the run that takes so long. */
  longest(promise: Promised): LongestTold;
}

/** Seconds, undefined where no length is known that always suffices; and the story of the longest run. */
export interface LongestTold {
  readonly seconds: number | undefined;
  readonly lines: readonly BreakLine[];
}

export function proverOf(book: Book, options: ProverOptions): Prover {
  const whole = lowerIncident(book, { runbook: options.runbook, grain: 1 });
  const incident = incidentOf(whole, options.runbook);
  const assumed = options.outages ? incident : withoutOutages(incident);
  const starts = startsOf(whole, options.starts, book.manifest.calendar);
  const subject = subjectOf(whole, assumed, options.runbook, starts);
  return {
    machine: whole,
    prove: (promise) => proveOne(book, subject, whole.promises.indexOf(promise), options),
    longest: (promise) => {
      const target = whole.promises.indexOf(promise);
      const subjectWith = (bound: number) =>
        subjectOf(
          withBound(whole, target, bound),
          withBound(assumed, target, bound),
          options.runbook,
          starts,
        );
      return longestOf(book, longest(subjectWith, target, options.budget), promise);
    },
  };
}

function longestOf(book: Book, { seconds, run }: Longest, promise: Promised): LongestTold {
  return { seconds, lines: run ? linesOf(book, run.acted, promise) : [] };
}

/** Proves or breaks the promises of one runbook's incident. Pure; the same book and options give the same proofs. */
export function prove(book: Book, options: ProveOptions): Proof[] {
  const { machine, prove: proofOf } = proverOf(book, options);
  return machine.promises
    .filter(({ name }) => !options.promises || options.promises.includes(name))
    .map(proofOf);
}

function proveOne(book: Book, subject: Subject, target: number, options: ProverOptions): Proof {
  const promise = subject.whole.promises[target] as Promised;
  const broke = decide(subject, target, 'broken', options.budget);
  const called = broke.kind === 'never' ? decide(subject, target, 'called', options.budget) : undefined;
  const witness = called?.attempts ?? [];
  for (const attempt of [...broke.attempts, ...witness]) options.progress?.(promise.name, attempt);
  return {
    runbook: options.runbook,
    promise: promise.name,
    text: promise.text,
    at: promise.at,
    verdict: called?.kind === 'never' ? { kind: 'never-called' } : verdictOf(book, broke, options, promise),
    tolerance: broke.least - 1,
    attempts: broke.attempts,
    witness,
  };
}

function verdictOf(
  book: Book,
  { kind, least, found, attempts }: Decision,
  options: ProverOptions,
  promise: Promised,
): Verdict {
  if (kind === 'does-not-settle') return { kind };
  if (found)
    return { kind: 'broken', cost: found.cost, cheapest: true, story: broken(book, found, options, promise) };
  if (kind === 'never') return { kind: 'holds', states: attempts.at(-1)?.states ?? 0 };
  return least > 0 ? { kind: 'holds-up-to', failures: least - 1 } : { kind: 'gave-up' };
}

function broken(
  book: Book,
  { story, acted }: { story: Story; acted: ActedOut },
  { runbook }: ProverOptions,
  promise: Promised,
): Broken {
  const lines = linesOf(book, acted, promise);
  const named = nameStory(book, runbook, promise, acted.failed, lines);
  const scenario = scenarioOf(acted, { ...named, runbook, promise: promise.name, starts: acted.starts });
  const { failures } = replay(book, { ...scenario, at: { file: `${named.id}.yaml`, path: [] } });
  return {
    at: acted.broke,
    moves: story.moves,
    failed: acted.failed,
    acted,
    lines,
    scenario,
    reproduces: failures.length === 0,
  };
}

/** The break that the story is about, told from the run that acts it out. */
export function linesOf(
  book: Book,
  { run, broke }: Pick<ActedOut, 'run' | 'broke'>,
  promise: Promised,
): BreakLine[] {
  const report = promiseReports(run).find((each) => each.promise.name === promise.name);
  const at = report?.breaks.find((each) => each.at === broke);
  return report && at ? breakLines(report, at, { book, records: run.records, withFailures: true }) : [];
}
