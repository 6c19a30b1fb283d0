import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { stepName } from './procedure/all-steps.ts';
import { isBackBefore, lossesOf, needs, signsThrough, stepsDuringLoss } from './procedure/losses.ts';
import { comesBefore } from './procedure/order.ts';
import { type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const stepNeedsNothingThatWasTakenAway: Rule = {
  id: 'step-needs-nothing-that-was-taken-away',
  summary: 'No step needs what the incident, or a step before it, has taken away.',
  why: `
    The step is right on every other day. In this incident its tool is what failed, or what somebody switched off one
    step earlier on purpose. The tired reader tries it, waits, and loses the minutes that the procedure was to save.
    Move the step to before the loss or after the return, or write how it is done without.
  `,
  good: [
    `
kind: book
capabilities: {water: {text: Water flows.}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: fill-bucket, text: Fill a bucket., by: lead, needs: [water]}
      - {id: shut-main, text: Shut the main., by: lead, takes_away: [water]}
      - {id: open-main, text: Open the main., by: lead, gives_back: [water]}
      - {id: wash-floor, text: Wash the floor., by: lead, needs: [water]}
`,
  ],
  bad: [
    `
kind: book
capabilities: {water: {text: Water flows.}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: shut-main, text: Shut the main., by: lead, takes_away: [water]}
      - {id: wash-floor, text: Wash the floor., by: lead, needs: [water]}
`,
    `
kind: book
capabilities: {water: {text: Water flows.}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: wash-floor, text: Wash the floor., by: lead, needs: [water]}
      - {id: repair-main, text: Repair the main., by: lead, gives_back: [water]}
`,
    `
kind: book
capabilities: {safe: {text: The safe opens.}}
---
kind: keys
keys: {seal: {title: Seal, label: Seal, signs_through: safe, compromised: leak, source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: lock-safe, text: Lock the safe., by: lead, takes_away: [safe]}
      - {id: seal-letter, text: Seal the letter., by: lead, signs: [seal], produces: [valve-closed]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values()) {
      for (const capability of lossesOf(book, runbook)) {
        const stuck = stepsDuringLoss(book, runbook, capability).filter(
          (placed) => placed.step.authority === undefined && needs(book, placed, capability),
        );
        if (stuck.length > 0)
          report(
            under(runbook.at, 'id'),
            `${quoted(runbook.id)} is the incident without ${quoted(capability)}, and it is needed meanwhile by ${few(stuck.map(stepName))}`,
            'write how it is done without',
            capability,
          );
      }
      for (const { taker, stuck, capability } of ownLosses(book, runbook))
        report(
          under(stuck.at, stuck.step.needs?.includes(capability) ? 'needs' : 'signs'),
          `${quoted(stuck.step.id)} needs ${quoted(capability)}${toSign(signsThrough(book, stuck.step, capability))}, which ${quoted(taker.step.id)} has taken away`,
          'move the step to before the loss or after the return, or write how it is done without',
          capability,
        );
    }
  },
};

const toSign = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : ` to sign with ${quoted(keys)}`;

interface OwnLoss {
  readonly taker: PlacedStep;
  readonly stuck: PlacedStep;
  readonly capability: string;
}

/** Steps behind one that takes away what they need, with nothing between the two that gives it back. */
function ownLosses(book: Book, runbook: Entity<RunbookDocument>): OwnLoss[] {
  const steps = placedSteps(runbook);
  const takers = steps.filter(({ step }) => step.takes_away);
  return takers.flatMap((taker) =>
    (taker.step.takes_away as string[]).flatMap((capability) =>
      steps
        .filter((stuck) => comesBefore(taker, stuck) && needs(book, stuck, capability))
        .filter((stuck) => !isBackBefore(steps, capability, stuck))
        .map((stuck) => ({ taker, stuck, capability })),
    ),
  );
}
