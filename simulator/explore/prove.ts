import type { Book } from '../../model/book.ts';
import type { Machine } from '../kernel/machine.ts';
import { lowerIncident } from '../lower/incident.ts';
import { replay } from '../replay/replay.ts';
import { type ActedOut, actOut } from './act-out.ts';
import { incidentOf, withoutOutages } from './assumptions.ts';
import type { Engine } from './engine.ts';
import { generateEngine } from './generate.ts';
import type { Attempt, Broken, Proof, Scope, Verdict } from './proof.ts';
import { scenarioOf } from './scenario-of.ts';
import { type Scoped, type Subject, scoped, scopesFor, subjectOf } from './scopes.ts';
import { type Budget, type Search, search } from './search.ts';
import { type Story, storyOf } from './story.ts';

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

/** How many breaks of a coarser model are tried in the whole machine before a finer model is asked. */
const TRIES = 40;

/** Proves or breaks the promises of one runbook's incident. Pure; the same book and options give the same proofs. */
export function prove(book: Book, options: ProveOptions): Proof[] {
  const whole = lowerIncident(book, { runbook: options.runbook, grain: 1 });
  const incident = incidentOf(whole, options.runbook);
  const subject = subjectOf(whole, options.outages ? incident : withoutOutages(incident));
  return whole.promises.flatMap((promise, target) =>
    options.promises && !options.promises.includes(promise.name)
      ? []
      : [proveOne(book, subject, target, options)],
  );
}

interface Outcome {
  /** Some run may call the promise; a search for a break need not have come so far. */
  readonly called: boolean;
  readonly attempt: Attempt;
  readonly result: Search;
  readonly found: { readonly story: Story; readonly acted: ActedOut } | undefined;
}

function proveOne(book: Book, subject: Subject, target: number, options: ProveOptions): Proof {
  const promise = subject.whole.promises[target] as Machine['promises'][number];
  const attempts: Attempt[] = [];
  let verdict: Verdict | undefined;
  /** The cheapest break so far, though a coarser model left a cheaper one in doubt. */
  let known: Verdict | undefined;
  let tolerance = -1;
  for (const scope of scopesFor(subject.whole, target)) {
    const outcome = tryScope(subject, target, scope, options);
    attempts.push(outcome.attempt);
    options.progress?.(promise.name, outcome.attempt);
    tolerance = Math.max(tolerance, survived(outcome.attempt));
    verdict = verdictOf(book, outcome, tolerance, options, promise);
    if (verdict?.kind !== 'broken' || verdict.cheapest) {
      if (verdict) break;
    } else if (known?.kind !== 'broken' || known.cost > verdict.cost) known = verdict;
    verdict = undefined;
  }
  verdict ??= known ?? (tolerance >= 0 ? { kind: 'holds-up-to', failures: tolerance } : { kind: 'gave-up' });
  if (verdict.kind === 'broken') verdict = { ...verdict, cheapest: verdict.cost === tolerance + 1 };
  return {
    runbook: options.runbook,
    promise: promise.name,
    text: promise.text,
    at: promise.at,
    verdict,
    tolerance: verdict.kind === 'broken' ? Math.min(tolerance, verdict.cost - 1) : tolerance,
    attempts,
  };
}

/** Coarser models only allow more: failures that do not break the promise there do not break it at all. */
const survived = ({ broke, complete }: Attempt): number =>
  broke === undefined ? complete : Math.min(complete, broke - 1);

function verdictOf(
  book: Book,
  { attempt, result, found, called }: Outcome,
  tolerance: number,
  options: ProveOptions,
  promise: Machine['promises'][number],
): Verdict | undefined {
  if (result.unsettled !== undefined) return { kind: 'does-not-settle' };
  const cost = result.breaks[0]?.cost;
  if (found && cost !== undefined)
    return {
      kind: 'broken',
      cost,
      cheapest: cost <= tolerance + 1,
      story: broken(book, found, options, promise),
    };
  if (attempt.broke !== undefined || attempt.complete !== Number.POSITIVE_INFINITY) return undefined;
  return result.called === 0 && !called
    ? { kind: 'never-called' }
    : { kind: 'holds', states: attempt.states };
}

function tryScope(subject: Subject, target: number, scope: Scope, options: ProveOptions): Outcome {
  const view = scoped(subject, target, scope);
  const engine = generateEngine(view.cone);
  const name = subject.whole.promises[target]?.name ?? '';
  let found: Outcome['found'];
  let tries = 0;
  const result = search(engine, 1, options.budget, (_, state, table) => {
    if (scope === 'untimed') return true; // has no times to play at
    const story = storyOf(view.cone, engine, table, state, subject.whole);
    const acted = actOut(subject.whole, view.cone, story, name, subject.freed.preparations);
    if (acted) found = { story, acted };
    return acted !== undefined || ++tries >= TRIES;
  });
  const called = result.called !== 0 || mayBeCalled(view, options);
  return { attempt: attemptOf(view, engine, result, found !== undefined), result, found, called };
}

/** False only if all runs were seen and none calls it. */
function mayBeCalled({ cone }: Scoped, { budget }: ProveOptions): boolean {
  const { breaks, complete } = search(generateEngine(cone, 'called'), 1, budget);
  return breaks[0] !== undefined || complete !== Number.POSITIVE_INFINITY;
}

const attemptOf = (
  { scope, cuts, cone }: Scoped,
  engine: Engine,
  result: Search,
  replays: boolean,
): Attempt => ({
  scope,
  cuts,
  grain: cone.machine.clocks.length === 0 ? undefined : cone.machine.grain,
  windows: cone.machine.windows.length,
  variables: cone.machine.variables.length,
  clocks: cone.machine.clocks.length,
  bits: engine.layout.bits,
  states: result.states,
  bytes: result.bytes,
  complete: result.complete,
  broke: result.first[0],
  replays,
});

function broken(
  book: Book,
  { story, acted }: { story: Story; acted: ActedOut },
  { runbook, starts }: ProveOptions,
  { name, text }: Machine['promises'][number],
): Broken {
  const id = `${runbook}-${name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
  const scenario = scenarioOf(acted, { id, runbook, promise: name, text, starts });
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
