import type { Book } from '../../model/book.ts';
import type { Machine, Promised } from '../kernel/machine.ts';
import { type IncidentSeed, lowerIncidents } from '../lower/incident.ts';
import { type BreakLine, breakLines } from '../replay/break-lines.ts';
import { promiseReports } from '../replay/promises.ts';
import { incidentOf, withoutOutages } from './assumptions.ts';
import type { Attempt } from './attempt.ts';
import { brokenClue, type Clue, namedPrecision, precisionOf, spentOn } from './clue.ts';
import { type Calling, callingOf, type Grounds } from './is-called.ts';
import { type Longest, longest, withBound } from './longest.ts';
import { once } from './once.ts';
import type { Broken, Proof, Verdict } from './proof.ts';
import { decide } from './refinement/decide.ts';
import { cheaperOf, type Decision, NOTHING_KNOWN, type Prior } from './refinement/inquiry.ts';
import type { Budget } from './search/search.ts';
import { lookOutFrom } from './sightings/look-out.ts';
import type { ActedOut } from './story/act-out.ts';
import { nameStory } from './story/name-story.ts';
import { playedOn } from './story/played-on.ts';
import { drillOf } from './story/scenario-of.ts';
import { startsOf } from './story/starts.ts';
import { subjectOf, withoutLosses } from './subject.ts';

/** What proofs of one runbook are asked for. */
export interface ProverOptions {
  readonly runbook: string;
  /** The runbook of a second incident that goes on at the same time (D33); the two are named `first` and `second`. */
  readonly beside?: string;
  /** For each search. */
  readonly budget: Budget;
  /** May capabilities be lost and come back at any instant? Otherwise those that are up stay up. */
  readonly outages: boolean;
  /** Start of the scenarios that counterexamples become. */
  readonly starts: string;
  /** By the name of a promise: how it was decided before. */
  readonly clueTo?: (promise: string) => Clue;
  /** By its name: how many failures it survived before, -1: it broke without. More is not asked about; absent: all there is to know is. */
  readonly survived?: (promise: string) => number | undefined;
  /** Told after each search. */
  readonly progress?: (promise: string, attempt: Attempt) => void;
}

export interface ProveOptions extends ProverOptions {
  /** Names of promises; absent: all. */
  readonly promises?: readonly string[];
}

/** One runbook's incident, or a pair, lowered once for any number of proofs. */
export interface Prover {
  readonly machine: Machine;
  /** The same promise gives the same proof, in whatever order they are asked for. */
  prove(promise: Promised): Proof;
  /** How long what a promise waits for takes at the most while nobody is late, and the run that takes so long. */
  longest(promise: Promised): Longest;
}

export function proverOf(book: Book, options: ProverOptions): Prover {
  const [first, ...second] = incidentsOf(options);
  const seeds = [first, ...second];
  const whole = lowerIncidents(book, seeds, { grain: 1 });
  const incident = seeds.reduce(incidentOf, whole);
  const assumed = options.outages ? incident : withoutOutages(incident);
  const starts = startsOf(whole, options.starts, book.manifest.calendar);
  const lossy = subjectOf(whole, incident, first, starts);
  const subject = options.outages ? lossy : withoutLosses(lossy);
  const lookOut = lookOutFrom({ book, incidents: seeds, whole, assumed, starts });
  return {
    machine: whole,
    prove: (promise) => proveOne(book, { subject, lossy, lookOut }, promise, options),
    longest: (promise) => {
      const target = whole.promises.indexOf(promise);
      const subjectWith = (bound: number) =>
        subjectOf(withBound(whole, target, bound), withBound(assumed, target, bound), first, starts);
      const playOn = (acted: ActedOut, bound: number) => playedOn(book, seeds, promise, acted, bound);
      return longest(subjectWith, target, options.budget, playOn);
    },
  };
}

/** One incident, or a pair on request. */
export const incidentsOf = ({
  runbook,
  beside,
}: Pick<ProverOptions, 'runbook' | 'beside'>): [IncidentSeed, ...IncidentSeed[]] =>
  beside === undefined
    ? [{ id: undefined, runbook }]
    : [
        { id: 'first', runbook },
        { id: 'second', runbook: beside },
      ];

/** Proves or breaks the promises of one runbook's incident, or of two at once. Pure; the same book and options give the same proofs. */
export function prove(book: Book, options: ProveOptions): Proof[] {
  const { machine, prove: proofOf } = proverOf(book, options);
  return machine.promises
    .filter(({ name }) => !options.promises || options.promises.includes(name))
    .map(proofOf);
}

function proveOne(book: Book, grounds: Grounds, promise: Promised, options: ProverOptions): Proof {
  const clue = options.clueTo?.(promise.name) ?? {};
  const { budget } = options;
  const { subject } = grounds;
  const { machine } = subject.assumed;
  // What nothing ever called on is asked about first: it cannot break either.
  const silent = clue.calledInOutages && !clue.broken ? callingOf(grounds, promise, budget, clue) : undefined;
  if (silent?.kind === 'never') return neverCalled(promise, options, silent);
  const broke = decide(subject, subject.whole.promises.indexOf(promise), 'broken', budget, {
    ...knownOf(grounds, promise, clue, options),
    precision: clue.broken && precisionOf(machine, clue.broken),
    spent: clue.spent,
    ...effortFor(promise, options),
  });
  const calling = broke.kind === 'never' ? (silent ?? callingOf(grounds, promise, budget, clue)) : undefined;
  if (calling?.kind === 'never') return neverCalled(promise, options, calling);
  const witness = calling?.attempts ?? [];
  const inOutages =
    calling?.kind === 'called-in-outages' ? brokenInOutages(grounds, promise, budget, clue) : undefined;
  const judged = inOutages ?? broke;
  for (const attempt of [...broke.attempts, ...witness, ...(inOutages?.attempts ?? [])])
    options.progress?.(promise.name, attempt);
  return {
    ...headOf(promise, options),
    verdict: verdictOf(book, subject.whole, judged, options, promise),
    inOutages: inOutages !== undefined,
    tolerance: judged.least - 1,
    attempts: judged.attempts,
    witness,
    clue: {
      ...brokenClue(machine, broke),
      ...calling?.clue,
      ...(inOutages?.precision ? { brokenInOutages: namedPrecision(machine, inOutages.precision) } : {}),
      ...spentOn(judged, budget, clue),
    },
  };
}

/** What is known to be enough is not asked further, and of what broke anyhow it is only looked whether it still does. */
function effortFor({ name, tolerate }: Promised, options: ProverOptions): Pick<Prior, 'enough' | 'spent'> {
  const survived = options.survived?.(name);
  if (survived === undefined) return {};
  if (survived < 0) return { spent: options.budget.states };
  return { enough: tolerate === 'any' ? Number.POSITIVE_INFINITY : Math.max(survived, tolerate) };
}

const headOf = ({ name, text, at }: Promised, { runbook, beside }: ProverOptions) => ({
  runbook,
  ...(beside === undefined ? {} : { beside }),
  promise: name,
  text,
  at,
});

function neverCalled(promise: Promised, options: ProverOptions, { attempts, clue }: Calling): Proof {
  for (const attempt of attempts) options.progress?.(promise.name, attempt);
  return {
    ...headOf(promise, options),
    verdict: { kind: 'never-called' },
    inOutages: false,
    tolerance: Number.POSITIVE_INFINITY,
    attempts,
    witness: [],
    clue,
  };
}

/** What only an outage calls on can only break in one. */
const brokenInOutages = (
  { lossy: subject }: Grounds,
  promise: Promised,
  budget: Budget,
  { brokenInOutages: named }: Clue,
): Decision =>
  decide(subject, subject.whole.promises.indexOf(promise), 'broken', budget, {
    ...NOTHING_KNOWN,
    precision: named && precisionOf(subject.assumed.machine, named),
  });

/** Breaks that are known: by the clue and the drills from the start, by random runs when they are asked. */
function knownOf({ lookOut }: Grounds, promise: Promised, clue: Clue, options: ProverOptions): Prior {
  const { breaksIn, breaksInDrill, broken, spent } = clue;
  // Whoever asks for all there is to know has the story made calm anew.
  const calmedBy = options.survived ? clue.calmedBy : undefined;
  // Where the clue says how it is decided, a drill is of use only if it shows more than that. A run that it rested on may be gone.
  const shows = breaksIn !== undefined || breaksInDrill !== undefined;
  const isDecided = broken !== undefined && spent === undefined && !shows;
  return {
    known: () => {
      const run = breaksIn === undefined ? undefined : lookOut.inRun(promise, breaksIn, calmedBy);
      const below = run?.cost ?? (isDecided ? 1 : undefined);
      const drill = lookOut.inDrills(promise, below, breaksIn === undefined ? calmedBy : undefined);
      return cheaperOf(drill, run, options.budget);
    },
    atRandom: once(() => lookOut.atRandom(promise)),
  };
}

function verdictOf(
  book: Book,
  whole: Machine,
  { kind, least, found, attempts }: Decision,
  options: ProverOptions,
  promise: Promised,
): Verdict {
  if (kind === 'does-not-settle') return { kind };
  if (found) {
    const { cost, acted } = found;
    const story = broken(book, whole, acted, options, promise);
    return { kind: 'broken', cost, cheapest: least === cost, story };
  }
  if (kind === 'never') return { kind: 'holds', states: attempts.at(-1)?.states ?? 0 };
  return least > 0 ? { kind: 'holds-up-to', failures: least - 1 } : { kind: 'gave-up' };
}

function broken(
  book: Book,
  whole: Machine,
  acted: ActedOut,
  options: ProverOptions,
  promise: Promised,
): Broken {
  const { runbook } = options;
  const lines = linesOf(book, acted, promise);
  const named = nameStory(book, runbook, promise, acted.failed, lines);
  const naming = {
    ...named,
    incidents: incidentsOf(options),
    promise: promise.name,
    starts: acted.starts,
  };
  return {
    at: acted.broke,
    failed: acted.failed,
    acted,
    lines,
    ...drillOf(book, acted, naming, whole),
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
