import type { Entity } from '../model/book.ts';
import type { Outcome, RunbookDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { outsideFacts } from './procedure/outside-facts.ts';
import {
  causesToTry,
  isForCause,
  outcomesOf,
  type PlacedStep,
  placedSteps,
} from './procedure/placed-steps.ts';
import { type Play, type Played, playOut } from './procedure/play-out.ts';
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
    const outside = outsideFacts(book);
    for (const runbook of book.runbooks.values()) {
      const play = playOut(book, outside, runbook);
      const steps = placedSteps(runbook);
      for (const [here, { step, at }] of steps.entries()) {
        if (isTakenAgain(steps, here)) continue;
        for (const [name, outcome] of outcomesOf(step)) {
          const missing = goesOn(outcome) ? [] : lostBy(play, runbook, step.id, name);
          if (missing.length > 0)
            report(
              under(at, 'outcomes', name),
              `if \`${step.id}\` ends \`${name}\`, nothing is left that makes ${quoted(missing)} true, so the incident stays open`,
              'say what follows this outcome: another step, another runbook, or the same step again',
            );
        }
      }
    }
  },
};

const goesOn = ({ goto, jump, opens, ends }: Outcome) => (goto ?? jump ?? opens ?? ends) !== undefined;

/** A later step may go back to this one or to one before it. */
function isTakenAgain(steps: readonly PlacedStep[], here: number): boolean {
  const targets = steps
    .slice(here + 1)
    .flatMap(({ step }) => [step, ...Object.values(step.outcomes ?? {})].flatMap(({ goto }) => goto ?? []));
  return steps.slice(0, here + 1).some(({ step }) => targets.includes(step.id));
}

/** What only another ending of the step would have made true, for some cause that leads to it. */
function lostBy(
  play: (play: Play) => Played,
  runbook: Entity<RunbookDocument>,
  step: string,
  outcome: string,
): string[] {
  const lost = causesToTry(runbook)
    .filter((cause) => isForCause(runbook, step, cause))
    .flatMap((cause) => {
      const free = play({ cause, waits: false });
      const fixed = play({ cause, waits: false, given: { step, outcome } });
      return (runbook.resolved?.when ?? []).filter((fact) => free.holds(fact) && !fixed.holds(fact));
    });
  return [...new Set(lost)];
}
