import type { Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import { outcomesOf, placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { ownLevels } from './severity/levels-of.ts';

export const raiseChangesTheLevel: Rule = {
  id: 'raise-changes-the-level',
  summary: 'Raising the severity leads to a more severe level.',
  why: `
    "Escalate to P0" inside a procedure that always runs at P0 changes nothing: no page is sent, no clock starts, nobody new
    learns of it. Whoever wrote it wanted something to happen.
    Say whom the step brings in, or take the raise out.
  `,
  good: [
    `
kind: severities
raise: [{level: P2, to: P1, after: 4h, from: level, while: unresolved, source: {section: "1"}}]
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
    steps: [{id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed], raises: P1}]
`,
  ],
  check(book, report) {
    const order = [...book.severities.keys()];
    for (const { level, runbook, to, at } of book.raises) {
      const always = runbook === undefined ? undefined : book.runbooks.get(runbook)?.severity?.always;
      const from = level ?? always;
      if (from !== undefined && order.indexOf(to) >= order.indexOf(from))
        report(
          under(at, 'to'),
          `raises from ${from} to ${to}, which is not more severe`,
          'correct the levels',
        );
    }
    for (const runbook of book.runbooks.values())
      for (const { at, to, by } of idleRaises(runbook, order))
        report(
          at,
          `${by} raises to ${to}, and \`${runbook.id}\` never runs below it: nothing happens`,
          'say who is called or what changes here, or drop the raise',
        );
  },
};

interface Idle {
  readonly at: At;
  readonly to: string;
  readonly by: string;
}

function idleRaises(runbook: Entity<RunbookDocument>, order: readonly string[]): Idle[] {
  const levels = ownLevels(runbook);
  if (levels.length === 0 || (!runbook.severity?.always && !runbook.severity?.otherwise)) return [];
  const lowest = Math.max(...levels.map((level) => order.indexOf(level)));
  const steps = placedSteps(runbook).flatMap(({ step, at }) => [
    { at: under(at, 'raises'), to: step.raises, by: `\`${step.id}\`` },
    ...outcomesOf(step).map(([name, { raises }]) => ({
      at: under(at, 'outcomes', name, 'raises'),
      to: raises,
      by: `\`${step.id}\`, ending \`${name}\`,`,
    })),
  ]);
  const causes = Object.entries(runbook.causes?.values ?? {}).map(([cause, { raises, jump }]) => ({
    at: under(runbook.at, 'causes', 'values', cause, 'raises'),
    to: jump === undefined ? raises : undefined,
    by: `the cause \`${cause}\``,
  }));
  return [...steps, ...causes].flatMap(({ at, to, by }) =>
    to !== undefined && order.indexOf(to) >= lowest ? [{ at, to, by }] : [],
  );
}
