import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { type Destruction, destroyers, destructionsIn, suspectsCompromise } from './procedure/evidence.ts';
import { placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const compromiseIsExcludedBeforeEvidenceIsDestroyed: Rule = {
  id: 'compromise-is-excluded-before-evidence-is-destroyed',
  summary: 'Where an intruder is possible, no step destroys the traces before they are preserved.',
  why: `
    A reboot looks the same whether the machine hung or somebody was inside; afterwards nobody can tell which. If the
    procedure itself counts with a compromise, a step that wipes the traces on another cause is right only if that cause
    is certain, and at that moment it is a guess.
    Preserve the evidence before the step on every cause, or write the check that excludes the compromise first.
  `,
  good: [
    `
kind: keys
keys:
  house-key: {title: House key, label: key, compromised: drip, source: {section: "1"}}
---
kind: runbook
id: drip
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: take-photos, text: Take photos of the lock., by: lead, produces: [lock-photos]}
      - {id: change-lock, text: Change the lock., by: lead, destroys: [lock-photos]}
`,
  ],
  bad: [
    `
kind: keys
keys:
  house-key: {title: House key, label: key, compromised: drip, source: {section: "1"}}
---
kind: runbook
id: drip
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: change-lock, text: Change the lock., by: lead, destroys: [lock-photos]}]}
`,
    `
kind: keys
keys:
  house-key: {title: House key, label: key, compromised: drip, source: {section: "1"}}
---
kind: runbook
id: drip
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: call-police, text: Call the police., by: lead}]}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Find the reason., by: lead}
      - {id: mop-up, text: Mop everything up., by: lead, destroys: [footprints]}
      - {id: keep-footprints, text: Photograph the floor., by: lead, produces: [footprints]}
      - {id: report-break-in, text: Open the other procedure., by: lead, opens: [drip]}
causes:
  read_by: look
  values:
    rain: {title: It rained in., resolution: Mop up., then: [mop-up]}
    break-in: {title: Somebody broke a pipe., resolution: Keep the traces., then: [keep-footprints, report-break-in]}
`,
  ],
  check(book, report) {
    for (const destruction of destructionsIn(book)) {
      const { runbook, evidence, when, steps } = destruction;
      if (!suspectsCompromise(book, runbook)) continue;
      report(
        under(steps[0].at, 'destroys'),
        `${destroyers(steps)} ${quoted(evidence)}${when} before anything preserves it, ${suspicion(book, destruction)}`,
        'preserve it first, or write the check that excludes the compromise',
        evidence,
      );
    }
  },
};

/** What makes the loss worse than elsewhere: the procedure is about a compromise, or counts with one. */
function suspicion(book: Book, { runbook }: Destruction): string {
  if ([...book.keys.values()].some(({ compromised }) => compromised === runbook.id))
    return `in the very procedure for a compromise`;
  const suspects = Object.entries(runbook.causes?.values ?? {}).filter(([, { then = [] }]) =>
    placedSteps(runbook).some(
      ({ step }) => then.includes(step.id) && (step.opens ?? step.jump) !== undefined,
    ),
  );
  return suspects.length === 0
    ? 'while a compromise is still possible'
    : `while ${few(suspects.map(([cause]) => cause))} is still possible`;
}
