import type { Book } from '../model/book.ts';
import { leadsTo } from './procedure/handovers.ts';
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
    const opened = openedElsewhere(book);
    for (const runbook of book.runbooks.values())
      if (runbook.runs === 'incident' && !runbook.triggers && !opened.has(runbook.id))
        report(
          runbook.at,
          `nothing opens \`${runbook.id}\`: it has no trigger, and no monitor, code, key or runbook leads to it`,
          'say what people or monitors see when it applies',
        );
  },
};

/** Runbooks that a monitor, a code, a key or another runbook leads to. */
const openedElsewhere = (book: Book): Set<string | undefined> =>
  new Set([
    ...[...book.monitors.values()].flatMap(({ thresholds }) =>
      Object.values(thresholds).map(({ opens }) => opens),
    ),
    ...[...book.codes.values()].map(({ runbook }) => runbook),
    ...[...book.keys.values()].flatMap(({ compromised, rotated_by }) => [compromised, rotated_by]),
    ...[...book.runbooks.values()].flatMap((other) => [other.inherits, ...leadsTo(other)]),
  ]);
