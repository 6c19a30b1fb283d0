import type { Book } from '../../model/book.ts';
import type { Machine } from '../kernel/machine.ts';
import { lowerIncident } from '../lower/incident.ts';
import { replay } from '../replay/replay.ts';
import type { ActedOut } from './act-out.ts';
import { incidentOf, withoutOutages } from './assumptions.ts';
import { type Decision, decide } from './decide.ts';
import type { Attempt, Broken, Proof, Verdict } from './proof.ts';
import { scenarioOf } from './scenario-of.ts';
import type { Budget } from './search.ts';
import { startsOf } from './starts.ts';
import type { Story } from './story.ts';
import { type Subject, subjectOf } from './subject.ts';

/** What a proof is asked for. */
export interface ProveOptions {
  readonly runbook: string;
  /** Names of promises; absent: all. */
  readonly promises?: readonly string[];
  /** For each search. */
  readonly budget: Budget;
  /** May capabilities be lost and come back at any instant? Otherwise those that are up stay up. */
  readonly outages: boolean;
  /** Start of the scenarios that counterexamples become. */
  readonly starts: string;
  /** Told after each search. */
  readonly progress?: (promise: string, attempt: Attempt) => void;
}

/** Proves or breaks the promises of one runbook's incident. Pure; the same book and options give the same proofs. */
export function prove(book: Book, options: ProveOptions): Proof[] {
  const whole = lowerIncident(book, { runbook: options.runbook, grain: 1 });
  const incident = incidentOf(whole, options.runbook);
  const subject = subjectOf(
    whole,
    options.outages ? incident : withoutOutages(incident),
    options.runbook,
    startsOf(whole, options.starts, book.manifest.calendar),
  );
  return whole.promises.flatMap((promise, target) =>
    options.promises && !options.promises.includes(promise.name)
      ? []
      : [proveOne(book, subject, target, options)],
  );
}

function proveOne(book: Book, subject: Subject, target: number, options: ProveOptions): Proof {
  const promise = subject.whole.promises[target] as Machine['promises'][number];
  const broke = decide(subject, target, 'broken', options.budget);
  const called = broke.kind === 'never' ? decide(subject, target, 'called', options.budget) : undefined;
  const attempts = [...broke.attempts, ...(called?.attempts ?? [])];
  for (const attempt of attempts) options.progress?.(promise.name, attempt);
  return {
    runbook: options.runbook,
    promise: promise.name,
    text: promise.text,
    at: promise.at,
    verdict: called?.kind === 'never' ? { kind: 'never-called' } : verdictOf(book, broke, options, promise),
    tolerance: broke.least - 1,
    attempts,
  };
}

function verdictOf(
  book: Book,
  { kind, least, found, attempts }: Decision,
  options: ProveOptions,
  promise: Machine['promises'][number],
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
  { runbook }: ProveOptions,
  { name, text }: Machine['promises'][number],
): Broken {
  const id = `${runbook}-${name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
  const scenario = scenarioOf(acted, { id, runbook, promise: name, text, starts: acted.starts });
  const { failures } = replay(book, { ...scenario, at: { file: `${id}.yaml`, path: [] } });
  return {
    at: acted.broke,
    moves: story.moves,
    failed: acted.failed,
    acted,
    scenario,
    reproduces: failures.length === 0,
  };
}
