import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { quoted } from '../words/sentence.ts';
import { allSteps } from './all-steps.ts';
import { coursesOf } from './courses.ts';
import { comesBefore } from './order.ts';
import { type PlacedStep, placedSteps } from './placed-steps.ts';

/** Evidence that steps of one procedure destroy before anything has preserved it. */
export interface Destruction {
  readonly runbook: Entity<RunbookDocument>;
  readonly evidence: string;
  /** Under which causes it happens, in words; empty where it always does. */
  readonly when: string;
  readonly steps: readonly [PlacedStep, ...PlacedStep[]];
}

/** One for each procedure and each kind of evidence. */
export const destructionsIn = (book: Book): Destruction[] =>
  [...book.runbooks.values()].flatMap((runbook) => {
    const destroyed = new Set(placedSteps(runbook).flatMap(({ step }) => step.destroys ?? []));
    return [...destroyed].flatMap((evidence) => destructionOf(runbook, evidence) ?? []);
  });

function destructionOf(runbook: Entity<RunbookDocument>, evidence: string): Destruction | undefined {
  const courses = coursesOf(runbook)
    .map(({ cause, steps }) => ({ cause, steps: unpreserved(steps, evidence) }))
    .filter(({ steps }) => steps.length > 0);
  const [first, ...others] = new Set(courses.flatMap(({ steps }) => steps.map(({ step }) => step)));
  if (!first) return undefined;
  const placed = new Map(placedSteps(runbook).map((each) => [each.step, each]));
  return {
    runbook,
    evidence,
    when:
      courses.length === coursesOf(runbook).length
        ? ''
        : ` under ${quoted(courses.flatMap(({ cause }) => cause ?? []))}`,
    steps: [first, ...others].map((step) => placed.get(step)) as [PlacedStep, ...PlacedStep[]],
  };
}

/** Steps that destroy the evidence and that no certain step before them has preserved it for. */
const unpreserved = (steps: readonly PlacedStep[], evidence: string): PlacedStep[] =>
  steps.filter(
    (destroying) =>
      destroying.step.destroys?.includes(evidence) &&
      !steps.some(
        (preserving) =>
          preserving.step.if === undefined &&
          preserving.step.produces?.includes(evidence) &&
          comesBefore(preserving, destroying),
      ),
  );

/** Steps anywhere in the book that preserve this evidence. */
export const preservingSteps = (book: Book, evidence: string): PlacedStep[] =>
  allSteps(book).filter(({ step }) => step.produces?.includes(evidence));

/** Whether the procedure answers the compromise of a key, or one of its causes leads to a procedure that does. */
export function suspectsCompromise(book: Book, runbook: Entity<RunbookDocument>): boolean {
  const answers = new Set([...book.keys.values()].flatMap(({ compromised }) => compromised ?? []));
  if (answers.has(runbook.id)) return true;
  return placedSteps(runbook).some(({ step }) =>
    [step.jump ?? [], step.opens ?? []].flat().some((other) => answers.has(other)),
  );
}

/** `a` destroys, `a` and `b` destroy: the beginning of a message. */
export const destroyers = (steps: readonly PlacedStep[]) =>
  `${quoted(steps.map(({ step }) => step.id))} ${steps.length === 1 ? 'destroys' : 'destroy'}`;
