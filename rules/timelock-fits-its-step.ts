import { type Length, parseDuration } from '../model/duration.ts';
import type { Timelock } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { quoted } from './reading/sentence.ts';
import { allSteps, type PlacedStep } from './reading/steps.ts';
import type { Rule } from './rule.ts';

export const timelockFitsItsStep: Rule = {
  id: 'timelock-fits-its-step',
  summary: 'No step that has to happen at once waits for a timelock.',
  why: `
    A step that stops the damage, or that has a deadline of minutes, cannot wait two days for a timelock. The people find
    out when they press the button, and the deadline was never one that they could keep.
    Give the step an authority without a timelock or with an override, or say what contains the incident meanwhile.
  `,
  good: [
    `
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}]
    timelock: {length: 48h}
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell, within: {by: 72h, from: opened}}]}
`,
  ],
  bad: [
    `
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}]
    timelock: {length: 48h}
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell, within: {by: 1h, from: opened}}]}
`,
    `
kind: authorities
authorities:
  sell:
    title: Sell
    action: sell
    approvals: [{role: lead}]
    speed: immediate
    timelock: {length: 48h}
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: sell-it, text: Sell the house., by: lead, authority: sell}]}
`,
  ],
  check(book, report) {
    for (const { id, at, speed, timelock } of book.authorities.values())
      if (timelock && speed === 'immediate')
        report(
          under(at, 'speed'),
          `${quoted(id)} is called immediate and waits ${timelock.length}`,
          'decide which one holds',
        );
    for (const placed of allSteps(book)) {
      const authority = book.authorities.get(placed.step.authority ?? '');
      const haste = authority?.timelock && hasteOf(placed, authority.timelock);
      if (authority?.timelock && haste)
        report(
          under(placed.at, 'authority'),
          `${quoted(placed.step.id)} ${haste}, and ${quoted(authority.id)} waits ${authority.timelock.length} first`,
          'take an authority that does not wait, or say what contains the incident meanwhile',
        );
    }
  },
};

function hasteOf({ step, phase }: PlacedStep, timelock: Timelock): string | undefined {
  if (timelock.override !== undefined) return undefined;
  if (step.role_of_step === 'stabilise') return 'stops the damage';
  const bound = (step.within ?? phase.within)?.by;
  return bound !== undefined && isShorter(bound, timelock.length) ? `is due within ${bound}` : undefined;
}

const isShorter = (one: string, other: string) => seconds(parseDuration(one)) < seconds(parseDuration(other));

/** A business day is taken as its shortest real length. */
const seconds = (length: Length) => ('seconds' in length ? length.seconds : length.businessDays * 86_400);
