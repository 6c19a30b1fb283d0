import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument, Step } from '../../model/generated/types.ts';
import { outsideFacts } from './outside-facts.ts';
import { isForCause, outcomesOf, type PlacedStep, placedSteps } from './placed-steps.ts';

/** How a runbook is played: which cause it is, one outcome that is given, and whether steps wait for what they require. */
export interface Play {
  readonly cause?: string | undefined;
  readonly given?: { readonly step: string; readonly outcome: string };
  readonly waits: boolean;
}

export interface Played {
  /** Everything that can come true. */
  readonly facts: ReadonlySet<string>;
  /** Steps whose turn comes and which then wait for something that never comes. */
  readonly waiting: readonly { readonly placed: PlacedStep; readonly missing: readonly string[] }[];
  /** Steps that can be taken. */
  readonly taken: ReadonlySet<string>;
}

/**
 * The most that a runbook can bring about: every choice that is left open is made in its favour, and nothing that came
 * true is lost again. What does not happen here happens in no run.
 */
export function playOut(book: Book, runbook: Entity<RunbookDocument>, play: Play): Played {
  const steps = placedSteps(runbook);
  const facts = outsideFacts(book, runbook);
  const taken = new Set<string>();
  const isOver = (placed: PlacedStep) =>
    taken.has(placed.step.id) ||
    placed.step.if !== undefined ||
    runbook.causes?.unknown?.then === placed.step.id ||
    !isForCause(runbook, placed.step.id, play.cause);
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const placed of steps) {
      if (taken.has(placed.step.id) || !mayBegin(placed, steps, runbook, play, isOver)) continue;
      if (missingFor(book, placed.step, facts, play).length > 0) continue;
      taken.add(placed.step.id);
      for (const fact of yields(book, placed.step, play)) facts.add(fact);
    }
  }
  const waiting = steps
    .filter((placed) => !isOver(placed) && mayBegin(placed, steps, runbook, play, isOver))
    .map((placed) => ({ placed, missing: missingFor(book, placed.step, facts, play) }));
  return { facts, waiting, taken };
}

/** Its turn comes: it is for this cause, its phase starts, and in a sequence the step before it is over. */
function mayBegin(
  { step, phase, phaseIndex }: PlacedStep,
  steps: readonly PlacedStep[],
  runbook: RunbookDocument,
  { cause, waits }: Play,
  isOver: (placed: PlacedStep) => boolean,
): boolean {
  if (!isForCause(runbook, step.id, cause)) return false;
  if (!waits || runbook.causes?.unknown?.then === step.id) return true;
  const mine = steps.filter((other) => other.phase === phase);
  const index = mine.findIndex((other) => other.step === step);
  const previous = mine[index - 1];
  if (phase.order === 'sequence' && previous && !isOver(previous)) return false;
  if (phase.starts === 'at-once' || phaseIndex === 0) return true;
  return steps.filter((other) => other.phaseIndex === phaseIndex - 1).every(isOver);
}

function missingFor(book: Book, step: Step, facts: ReadonlySet<string>, { waits }: Play): string[] {
  const authority = step.authority === undefined ? undefined : book.authorities.get(step.authority);
  const wanted = [
    ...(step.if?.facts ?? []),
    ...(waits ? [...(step.requires ?? []), ...(authority?.requires ?? [])] : []),
  ];
  return [...new Set(wanted)].filter((fact) => !facts.has(fact));
}

function yields(book: Book, step: Step, { given }: Play): string[] {
  const outcomes = outcomesOf(step).filter(([name]) => given?.step !== step.id || given.outcome === name);
  return [
    ...(step.produces ?? []),
    ...outcomes.flatMap(([, { produces }]) => produces ?? []),
    ...((step.authority && book.authorities.get(step.authority)?.produces) || []),
  ];
}
