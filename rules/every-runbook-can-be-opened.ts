import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { leadsTo } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';

export const everyRunbookCanBeOpened: Rule = {
  id: 'every-runbook-can-be-opened',
  summary: 'Something opens every procedure for incidents.',
  why: `
    A procedure that no symptom, alert, error code or other procedure leads to is found only by somebody who already knows
    that it exists.
    Say what triggers it, or let the procedure in whose course it is needed open it.
  `,
  good: [
    `
kind: runbook
id: flood
title: The cellar is flooded
runs: incident
source: {section: "3"}
triggers: [{text: Water stands in the cellar.}]
severity: {always: P1}
phases: [{id: act, title: Act, order: any, steps: [{id: pump, text: Pump it out., by: lead}]}]
---
kind: exercises
exercises: {leak-by-night: {runbooks: [leak, drip, flood]}}
`,
  ],
  bad: [
    `
kind: runbook
id: flood
title: The cellar is flooded
runs: incident
source: {section: "3"}
severity: {always: P1}
phases: [{id: act, title: Act, order: any, steps: [{id: pump, text: Pump it out., by: lead}]}]
---
kind: exercises
exercises: {leak-by-night: {runbooks: [leak, drip, flood]}}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values())
      if (runbook.runs === 'incident' && !runbook.triggers && !isOpenedElsewhere(book, runbook))
        report(
          runbook.at,
          `nothing opens \`${runbook.id}\`: it has no trigger, and no monitor, code, key or runbook leads to it`,
          'say what people or monitors see when it applies',
        );
  },
};

const isOpenedElsewhere = (book: Book, { id }: Entity<RunbookDocument>): boolean =>
  [...book.monitors.values()].some(({ thresholds }) =>
    Object.values(thresholds).some(({ opens }) => opens === id),
  ) ||
  [...book.codes.values()].some(({ runbook }) => runbook === id) ||
  [...book.keys.values()].some(({ compromised, rotated_by }) => compromised === id || rotated_by === id) ||
  [...book.runbooks.values()].some((other) => leadsTo(other).includes(id) || other.inherits === id);
