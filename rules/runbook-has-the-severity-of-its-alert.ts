import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { ownLevels } from './severity/levels-of.ts';
import { listed } from './words/sentence.ts';

export const runbookHasTheSeverityOfItsAlert: Rule = {
  id: 'runbook-has-the-severity-of-its-alert',
  summary: 'An alert and the procedure that it opens agree on the severity.',
  why: `
    The alert pages the people of one level, and the procedure that opens promises the clocks of another. Both are right by
    their own page, and the incident has two severities from its first minute.
    Correct the threshold, the code or the runbook.
  `,
  good: [
    `
kind: codes
codes:
  7: {name: wet, meaning: Water is where it should not be., raised_by: The sensor, severity: [P1], runbook: leak, source: {section: "2"}}
`,
  ],
  bad: [
    `
kind: codes
codes:
  7: {name: wet, meaning: Water is where it should not be., raised_by: The sensor, severity: [P2], runbook: leak, source: {section: "2"}}
`,
  ],
  check(book, report) {
    for (const { level, by, runbook, at } of openings(book)) {
      const levels = ownLevels(runbook);
      if (levels.length > 0 && !levels.includes(level))
        report(
          at,
          `${by} is ${level} and opens \`${runbook.id}\`, which begins at ${listed(levels, 'or')}`,
          'decide which level it is, and correct the other place',
        );
    }
  },
};

interface Opening {
  readonly level: string;
  readonly by: string;
  readonly runbook: Entity<RunbookDocument>;
  readonly at: At;
}

/** Every alert and every error code that opens a runbook. */
function openings(book: Book): Opening[] {
  const alerts = [...book.monitors.values()].flatMap(({ thresholds, at }) =>
    Object.entries(thresholds).map(([level, { condition, opens }]) => ({
      level,
      by: `\`${condition}\``,
      opens,
      at: under(at, 'thresholds', level, 'opens'),
    })),
  );
  const codes = [...book.codes.values()].flatMap(({ id, severity = [], runbook, at }) =>
    severity.map((level, index) => ({
      level,
      by: `code ${id}`,
      opens: runbook,
      at: under(at, 'severity', index),
    })),
  );
  return [...alerts, ...codes].flatMap(({ opens, ...rest }) => {
    const runbook = opens === undefined ? undefined : book.runbooks.get(opens);
    return runbook ? [{ ...rest, runbook }] : [];
  });
}
