import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument, Step } from '../../model/generated/types.ts';
import { grouped } from '../words/grouped.ts';
import type { Outside } from './outside-facts.ts';
import { isForCause, outcomesOf, type PlacedStep, placedSteps } from './placed-steps.ts';

/** How a runbook is played: which cause it is, one outcome that is given, and whether steps wait for what they require. */
export interface Play {
  readonly cause?: string | undefined;
  readonly given?: { readonly step: string; readonly outcome: string };
  readonly waits: boolean;
}

export interface Played {
  /** Whether this can come true. */
  holds(fact: string): boolean;
  /** Steps whose turn comes and which then wait for something that never comes. */
  readonly waiting: readonly { readonly placed: PlacedStep; readonly missing: readonly string[] }[];
  /** Steps that can be taken. */
  readonly taken: ReadonlySet<string>;
}

/** A step in the queue of its procedure: what must be over before its turn. */
interface Queued {
  readonly placed: PlacedStep;
  readonly before: readonly PlacedStep[];
}

/**
 * The most that a runbook can bring about: every choice that is left open is made in its favour, and nothing that came
 * true is lost again. What does not happen here happens in no run.
 */
export function playOut(
  book: Book,
  outside: Outside,
  runbook: Entity<RunbookDocument>,
): (play: Play) => Played {
  const steps = placedSteps(runbook);
  const given = outside(runbook);
  const exit = runbook.causes?.unknown?.then;
  return (play) => {
    const facts = new Set<string>();
    const taken = new Set<string>();
    const holds = (fact: string) => given.has(fact) || facts.has(fact);
    const applies = steps.filter(({ step }) => isForCause(runbook, step.id, play.cause));
    const queue = queued(applies, play.waits ? exit : undefined, play.waits);
    const isOver = ({ step }: PlacedStep) => taken.has(step.id) || step.if !== undefined || step.id === exit;
    const mayBegin = ({ before }: Queued) => before.every(isOver);
    for (let count = -1; count !== taken.size; ) {
      count = taken.size;
      for (const each of queue) {
        const { step } = each.placed;
        if (taken.has(step.id) || !mayBegin(each) || !wantedBy(book, step, play).every(holds)) continue;
        taken.add(step.id);
        for (const fact of yields(book, step, play)) facts.add(fact);
      }
    }
    const waiting = queue
      .filter((each) => !isOver(each.placed) && mayBegin(each))
      .map(({ placed }) => ({
        placed,
        missing: wantedBy(book, placed.step, play).filter((fact) => !holds(fact)),
      }));
    return { holds, waiting, taken };
  };
}

/** In a sequence a step comes after the one before it, and a phase after the phase before it; the exit comes by its timer. */
function queued(steps: readonly PlacedStep[], exit: string | undefined, waits: boolean): Queued[] {
  const phases = grouped(steps, ({ phaseIndex }) => phaseIndex);
  const queue: Queued[] = [];
  for (const placed of steps) {
    const { step, phase, phaseIndex } = placed;
    const mine = phases.get(phaseIndex) ?? [];
    const previous = phase.order === 'sequence' ? mine[mine.indexOf(placed) - 1] : undefined;
    const gate = phase.starts === 'at-once' ? [] : (phases.get(phaseIndex - 1) ?? []);
    const before = !waits || step.id === exit ? [] : [...(previous ? [previous] : []), ...gate];
    queue.push({ placed, before });
  }
  return queue;
}

function wantedBy(book: Book, step: Step, { waits }: Play): string[] {
  const condition = step.if?.facts ?? [];
  if (!waits) return condition;
  const authority = step.authority === undefined ? undefined : book.authorities.get(step.authority);
  return [...new Set([...condition, ...(step.requires ?? []), ...(authority?.requires ?? [])])];
}

function yields(book: Book, step: Step, { given }: Play): string[] {
  const outcomes = outcomesOf(step).filter(([name]) => given?.step !== step.id || given.outcome === name);
  return [
    ...(step.produces ?? []),
    ...outcomes.flatMap(([, { produces }]) => produces ?? []),
    ...((step.authority && book.authorities.get(step.authority)?.produces) || []),
  ];
}
