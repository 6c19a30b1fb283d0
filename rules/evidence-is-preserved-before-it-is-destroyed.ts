import { under } from '../model/position.ts';
import { stepName } from './procedure/all-steps.ts';
import { destroyers, destructionsIn, preservingSteps, suspectsCompromise } from './procedure/evidence.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const evidenceIsPreservedBeforeItIsDestroyed: Rule = {
  id: 'evidence-is-preserved-before-it-is-destroyed',
  summary: 'On every way through a procedure, evidence is preserved before a step destroys it.',
  why: `
    A restart heals in a minute and takes the reason with it. The book knows how to keep this evidence, for it does so
    elsewhere; on this way the step comes first, and the review will find nothing. What nobody understood comes back.
    Put the preserving step before the destroying one on every way, or say that this evidence may be lost here.
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
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Find the reason., by: lead}
      - {id: take-photos, text: Take photos of the pipe., by: lead, produces: [pipe-photos]}
      - {id: cut-pipe, text: Cut the pipe out., by: lead, destroys: [pipe-photos]}
      - {id: replace-all, text: Replace all the pipes., by: lead, destroys: [pipe-photos]}
causes:
  read_by: look
  values:
    burst: {title: The pipe burst., resolution: Cut it out., then: [take-photos, cut-pipe]}
    rust: {title: The pipes rust., resolution: Replace them., then: [replace-all]}
`,
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: any
    steps:
      - {id: take-photos, text: Take photos of the pipe., by: lead, produces: [pipe-photos]}
      - {id: cut-pipe, text: Cut the pipe out., by: lead, destroys: [pipe-photos]}
`,
  ],
  check(book, report) {
    for (const { runbook, evidence, when, steps } of destructionsIn(book)) {
      const elsewhere = preservingSteps(book, evidence);
      if (elsewhere.length === 0 || suspectsCompromise(book, runbook)) continue;
      report(
        under(steps[0].at, 'destroys'),
        `${destroyers(steps)} ${quoted(evidence)}${when} and nothing has preserved it, as ${few(elsewhere.map(stepName))} does`,
        'preserve it first on this way too, or say that it may be lost here',
        evidence,
      );
    }
  },
};
