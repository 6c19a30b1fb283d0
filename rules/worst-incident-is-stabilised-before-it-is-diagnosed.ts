import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { inheritedSteps } from './procedure/all-steps.ts';
import { coursesOf } from './procedure/courses.ts';
import { comesBefore } from './procedure/order.ts';
import { type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const worstIncidentIsStabilisedBeforeItIsDiagnosed: Rule = {
  id: 'worst-incident-is-stabilised-before-it-is-diagnosed',
  summary:
    'A procedure that can begin at the highest severity stops the damage before it looks for the reason.',
  why: `
    At the highest severity each minute costs somebody something. An hour of diagnosis with the damage running is an hour
    that cannot be taken back, and the reader follows the steps in the order in which they stand.
    Put the step that stops the damage first, or say which level the order is made for.
  `,
  good: [
    `
kind: runbook
id: leak
severity: {always: P1, source: {section: "2"}}
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-main, text: Close the main valve., by: lead, role_of_step: stabilise}
      - {id: find-hole, text: Find the hole., by: lead, role_of_step: diagnose}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
severity: {always: P1, source: {section: "2"}}
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: find-hole, text: Find the hole., by: lead, role_of_step: diagnose}
      - {id: close-main, text: Close the main valve., by: lead, role_of_step: stabilise}
`,
  ],
  check(book, report) {
    const [worst] = book.severities.keys();
    if (worst === undefined) return;
    const given = givers(book);
    for (const runbook of book.runbooks.values()) {
      if (runbook.runs !== 'incident' || !canBeginAt(runbook, worst, given)) continue;
      const early = firstEarlyDiagnosis(book, runbook);
      if (!early) continue;
      const stabilising = placedSteps(runbook).find(({ step }) => step.role_of_step === 'stabilise');
      report(
        early.at,
        `${quoted(runbook.id)} can begin at ${worst} and looks for the reason (${quoted(early.step.id)}) before ${
          stabilising ? `it stops the damage (${quoted(stabilising.step.id)})` : 'any step stops the damage'
        }`,
        'put the step that stops the damage first',
      );
    }
  },
};

const stopsDamage = ({ step }: PlacedStep) =>
  step.role_of_step === 'stabilise' || step.role_of_step === 'fix';

/** The first diagnosing step that, under some cause, nothing that stops the damage certainly precedes. */
function firstEarlyDiagnosis(book: Book, runbook: Entity<RunbookDocument>): PlacedStep | undefined {
  if (inheritedSteps(book, runbook).some((placed) => stopsDamage(placed) && placed.step.if === undefined))
    return undefined;
  for (const { steps } of coursesOf(runbook)) {
    const early = steps.find(
      (placed) =>
        placed.step.role_of_step === 'diagnose' &&
        !steps.some((other) => stopsDamage(other) && comesBefore(other, placed)),
    );
    if (early) return early;
  }
  return undefined;
}

/** Whether the worst level can hold from the start: by rule, or by facts that neither it nor another procedure finds. */
function canBeginAt(
  runbook: Entity<RunbookDocument>,
  worst: string,
  given: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const { id, severity } = runbook;
  if (severity?.always === worst) return true;
  const own = new Set(placedSteps(runbook).flatMap(producedBy));
  const isGivenElsewhere = (fact: string) => [...(given.get(fact) ?? [])].some((giver) => giver !== id);
  return (severity?.decide ?? []).some(
    ({ is, if: condition }) =>
      is === worst && !condition.facts?.some((fact) => own.has(fact) || isGivenElsewhere(fact)),
  );
}

/** By fact: the procedures that make it true as soon as they open. */
function givers(book: Book): Map<string, Set<string>> {
  const given = new Map<string, Set<string>>();
  for (const { id, gives = [] } of book.runbooks.values())
    for (const fact of gives) given.set(fact, (given.get(fact) ?? new Set()).add(id));
  return given;
}

const producedBy = ({ step }: PlacedStep): string[] => [
  ...(step.produces ?? []),
  ...Object.values(step.outcomes ?? {}).flatMap(({ produces = [] }) => produces),
];
