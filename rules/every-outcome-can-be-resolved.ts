import type { Book, Entity } from '../model/book.ts';
import type { Outcome, RunbookDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { causesOf, outcomesOf, type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import { playOut } from './procedure/play-out.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const everyOutcomeCanBeResolved: Rule = {
  id: 'every-outcome-can-be-resolved',
  summary: 'However a step ends, the procedure goes on to a resolution.',
  why: `
    Procedures are written for the calm outcome. When a restart fails and the text does not say what then, the tired
    person behind it repeats the step or stops.
    Let the outcome go on (\`goto\`, \`jump\`, \`opens\`), or let a later step produce the fact.
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
      - id: mend-pipe
        text: Mend the pipe.
        by: lead
        outcomes: {tight: {produces: [pipe-tight]}, leaking: {goto: mend-pipe}}
resolved: {when: [pipe-tight]}
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
      - id: mend-pipe
        text: Mend the pipe.
        by: lead
        outcomes: {tight: {produces: [pipe-tight]}, leaking: {text: It still drips.}}
resolved: {when: [pipe-tight]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values())
      for (const placed of placedSteps(runbook))
        for (const [name, outcome] of outcomesOf(placed.step)) {
          if (goesOn(outcome) || isTakenAgain(runbook, placed)) continue;
          const missing = lostBy(book, runbook, placed, name);
          if (missing.length > 0)
            report(
              under(placed.at, 'outcomes', name),
              `if \`${placed.step.id}\` ends \`${name}\`, nothing is left that makes ${quoted(missing)} true, so the incident stays open`,
              'say what follows this outcome: another step, another runbook, or the same step again',
            );
        }
  },
};

const goesOn = ({ goto, jump, opens, ends }: Outcome) => (goto ?? jump ?? opens ?? ends) !== undefined;

/** A later step may go back to this one or to one before it. */
function isTakenAgain(runbook: Entity<RunbookDocument>, { step }: PlacedStep): boolean {
  const steps = placedSteps(runbook);
  const index = (id: string | undefined) => steps.findIndex((other) => other.step.id === id);
  const here = index(step.id);
  return steps
    .slice(here)
    .flatMap((later) => [later.step.goto, ...outcomesOf(later.step).map(([, { goto }]) => goto)])
    .some((target) => target !== undefined && index(target) <= here);
}

/** What only another ending of the step would have made true, for some cause that leads to it. */
function lostBy(
  book: Book,
  runbook: Entity<RunbookDocument>,
  { step }: PlacedStep,
  outcome: string,
): string[] {
  const wanted = runbook.resolved?.when ?? [];
  const own = causesOf(runbook, step.id);
  const causes = own.length > 0 ? own : [undefined, ...Object.keys(runbook.causes?.values ?? {})].slice(-1);
  const lost = causes.flatMap((cause) => {
    const free = playOut(book, runbook, { cause, waits: false }).facts;
    const fixed = playOut(book, runbook, { cause, waits: false, given: { step: step.id, outcome } }).facts;
    return wanted.filter((fact) => free.has(fact) && !fixed.has(fact));
  });
  return [...new Set(lost)];
}
