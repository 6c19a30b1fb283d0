import type { Book, Entity } from '../../model/book.ts';
import type { Condition, RunbookDocument, Step } from '../../model/generated/types.ts';
import { inheritedSteps } from './all-steps.ts';
import { coursesOf } from './courses.ts';
import { comesBefore } from './order.ts';
import { type PlacedStep, placedSteps } from './placed-steps.ts';

/**
 * Capabilities that are gone while this procedure runs: those that one of its conditions speaks of as lost, and those that
 * it gives back without having taken them away.
 */
export function lossesOf(book: Book, runbook: Entity<RunbookDocument>): Set<string> {
  const steps = placedSteps(runbook);
  const conditions = [
    ...(runbook.severity?.decide ?? []).map((decision) => decision.if),
    ...runbook.phases.map((phase) => phase.if),
    ...steps.map(({ step }) => step.if),
    ...book.raises.filter((raise) => raise.runbook === runbook.id).map((raise) => raise.if),
  ];
  const taken = new Set(steps.flatMap(({ step }) => step.takes_away ?? []));
  const returned = steps.flatMap(({ step }) => step.gives_back ?? []);
  return new Set([
    ...conditions.flatMap((condition: Condition | undefined) => condition?.lost ?? []),
    ...returned.filter((capability) => !taken.has(capability)),
  ]);
}

/** Whether one of these steps has certainly given a capability back before another starts. */
export const isBackBefore = (steps: readonly PlacedStep[], capability: string, later: PlacedStep): boolean =>
  steps.some((earlier) => earlier.step.gives_back?.includes(capability) && comesBefore(earlier, later));

/** What a capability is needed for: the step's own needs, keys that sign through it, and channels that all rest on it. */
export function needs(book: Book, { step }: PlacedStep, capability: string): boolean {
  if (step.needs?.includes(capability) || signsThrough(book, step, capability).length > 0) return true;
  const { channels = [] } = step;
  return (
    channels.length > 0 &&
    channels.every((channel) => book.channels.get(channel)?.needs?.includes(capability))
  );
}

/** The keys of a step that cannot sign without a capability. */
export const signsThrough = (book: Book, { signs = [] }: Step, capability: string): string[] =>
  signs.filter((key) => book.keys.get(key)?.signs_through === capability);

/**
 * Steps that people carry out while the capability is gone: the procedure's own before it comes back, those of the general
 * procedures it follows, and those of procedures it opens meanwhile.
 */
export function stepsDuringLoss(
  book: Book,
  runbook: Entity<RunbookDocument>,
  capability: string,
): PlacedStep[] {
  const own = uniqueSteps(
    coursesOf(runbook).flatMap(({ steps }) =>
      steps.filter((placed) => !isBackBefore(steps, capability, placed)),
    ),
  );
  const opened = own.flatMap(({ step }) => [step.jump ?? [], step.opens ?? []].flat());
  return [
    ...own,
    ...inheritedSteps(book, runbook).filter(isUrgent),
    ...opened.flatMap((id) => {
      const other = book.runbooks.get(id);
      return other ? placedSteps(other).filter(isUrgent) : [];
    }),
  ].filter(({ step }) => !step.if?.lost && !WAITING.has(step.role_of_step ?? 'fix'));
}

const isUrgent = ({ step }: PlacedStep) =>
  step.role_of_step === 'stabilise' || step.role_of_step === 'preserve';

/** Steps that wait for the recovery by their nature. */
const WAITING: ReadonlySet<string> = new Set(['detect', 'verify', 'recover', 'review']);

/** Each step once: the courses of a procedure share their steps. */
const uniqueSteps = (steps: readonly PlacedStep[]): PlacedStep[] => [
  ...new Map(steps.map((placed) => [placed.step, placed])).values(),
];
