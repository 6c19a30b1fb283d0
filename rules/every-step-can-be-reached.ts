import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument, Step } from '../model/generated/types.ts';
import { factsOf, outsideFacts } from './procedure/outside-facts.ts';
import { causesOf, outcomesOf, type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { levelsIn } from './severity/levels-of.ts';
import { quoted } from './words/sentence.ts';

export const everyStepCanBeReached: Rule = {
  id: 'every-step-can-be-reached',
  summary: 'Some run of its procedure reaches every step.',
  why: `
    A step that no path reaches looks like protection and is none: it is rehearsed, audited, and never happens.
    Correct the jump before it or the condition on it, or take the step out.
  `,
  good: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - id: look
        text: Look where the water comes from.
        by: lead
        outcomes: {pipe: {produces: [pipe-broken]}, tap: {goto: mop}}
      - {id: mend, text: Mend the pipe., by: lead, if: {facts: [pipe-broken]}}
      - {id: mop, text: Mop the floor., by: lead, produces: [valve-closed]}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Look where the water comes from., by: lead, goto: mop}
      - {id: mend, text: Mend the pipe., by: lead}
      - {id: mop, text: Mop the floor., by: lead, produces: [valve-closed]}
`,
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: mop, text: Mop the floor., by: lead, produces: [valve-closed]}
      - {id: mend, text: Mend the pipe., by: lead, if: {facts: [valve-closed], without: [valve-closed]}}
`,
  ],
  check(book, report) {
    const possible = whatIsPossible(book);
    for (const runbook of book.runbooks.values()) {
      const steps = placedSteps(runbook);
      const jumped = jumpedOver(runbook, steps);
      const conditions = steps.some(({ step }) => step.if) ? possible(runbook) : undefined;
      for (const placed of steps) {
        const reason = jumped.get(placed.step.id) ?? (conditions && neverHolds(conditions, placed.step));
        if (reason !== undefined)
          report(
            placed.at,
            `no path reaches \`${placed.step.id}\`: ${reason}`,
            'let a path lead here, or drop the step',
          );
      }
    }
  },
};

/** Steps behind one that always goes elsewhere, as long as nothing leads back to them. */
function jumpedOver(runbook: RunbookDocument, steps: readonly PlacedStep[]): Map<string, string> {
  const targets = new Set(
    steps.flatMap(({ step }) =>
      [step, ...outcomesOf(step).map(([, o]) => o)].flatMap(({ goto }) => goto ?? []),
    ),
  );
  const skipped = new Map<string, string>();
  for (const [here, placed] of steps.entries()) {
    const { step, phase } = placed;
    if (phase.order !== 'sequence' || !isAlwaysTaken(runbook, placed)) continue;
    if ((step.goto ?? step.jump) === undefined) continue;
    const there = steps.findIndex((other) => other.step.id === step.goto);
    const end = step.jump !== undefined ? steps.length : Math.max(there, here);
    const way = step.jump === undefined ? `goes on with \`${step.goto}\`` : `leaves for \`${step.jump}\``;
    for (const { step: between, phase: other } of steps.slice(here + 1, end)) {
      if (targets.has(between.id)) break;
      if (other.starts !== 'at-once') skipped.set(between.id, `\`${step.id}\` before it always ${way}`);
    }
  }
  return skipped;
}

const isAlwaysTaken = (runbook: RunbookDocument, { step, phase }: PlacedStep): boolean =>
  (step.if ?? step.outcomes ?? phase.if) === undefined &&
  causesOf(runbook, step.id).length === 0 &&
  runbook.causes?.unknown?.then !== step.id;

interface Possible {
  readonly facts: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
}

function whatIsPossible(book: Book): (runbook: Entity<RunbookDocument>) => Possible {
  const outside = outsideFacts(book);
  const levels = levelsIn(book);
  return (runbook) => ({
    facts: new Set([...outside(runbook), ...factsOf(book, runbook)]),
    levels: levels(runbook),
  });
}

function neverHolds({ facts, levels }: Possible, { if: condition }: Step): string | undefined {
  if (!condition) return undefined;
  const both = (condition.facts ?? []).filter((fact) => condition.without?.includes(fact));
  if (both.length > 0) return `its condition wants ${quoted(both)} both true and not true`;
  const impossible = (condition.facts ?? []).filter((fact) => !facts.has(fact));
  if (impossible.length > 0) return `nothing makes ${quoted(impossible)} true while this runbook is open`;
  if (condition.severity && levels.size > 0 && !condition.severity.some((level) => levels.has(level)))
    return `it is for ${quoted(condition.severity, 'or')}, and the runbook runs at ${quoted([...levels], 'or')}`;
  return undefined;
}
