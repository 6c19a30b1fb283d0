import { under } from '../model/position.ts';
import { destroyers, destructionsIn, preservingSteps, suspectsCompromise } from './procedure/evidence.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const destroyedEvidenceIsPreservedSomewhere: Rule = {
  id: 'destroyed-evidence-is-preserved-somewhere',
  summary: 'For all evidence that steps destroy, the book has a step that preserves it.',
  why: `
    The book says that a step destroys evidence and nowhere how to keep it. Whoever reads the warning at night has to
    invent the way, or goes on without.
    Write the step that preserves it, and put it before the one that destroys it.
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
      - {id: take-photos, text: Take photos of the pipe., by: lead, produces: [pipe-photos]}
      - {id: cut-pipe, text: Cut the pipe out., by: lead, destroys: [pipe-photos]}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: cut-pipe, text: Cut the pipe out., by: lead, destroys: [pipe-photos]}]}
`,
  ],
  check(book, report) {
    for (const { runbook, evidence, steps } of destructionsIn(book))
      if (preservingSteps(book, evidence).length === 0 && !suspectsCompromise(book, runbook))
        report(
          under(steps[0].at, 'destroys'),
          `${destroyers(steps)} ${quoted(evidence)}, which no step of the book preserves`,
          'write the step that preserves it',
          evidence,
        );
  },
};
