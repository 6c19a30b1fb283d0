import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { listed } from './words/sentence.ts';

export const triggerAgreesWithItsMonitor: Rule = {
  id: 'trigger-agrees-with-its-monitor',
  summary: 'A trigger and the monitor that it names agree on the levels that open the procedure.',
  why: `
    Whoever reads the procedure learns from its triggers at which level it begins; the monitor has its own list. When one of
    them is changed alone, people wait for an alert that never comes at that level, or get one that their page knows nothing of.
    Correct the level of the trigger or the threshold of the monitor.
  `,
  good: [
    `
kind: runbook
id: leak
triggers: [{text: The meter runs while the doors are shut., monitor: water-meter, level: P1}]
`,
  ],
  bad: [
    `
kind: runbook
id: leak
triggers: [{text: The meter runs while the doors are shut., monitor: water-meter, level: P2}]
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values())
      for (const [monitor, named] of levelsNamed(runbook)) {
        const opening = levelsOpening(book, monitor, runbook.id);
        for (const [level, index] of named)
          if (!opening.includes(level))
            report(
              under(runbook.at, 'triggers', index, 'level'),
              `\`${runbook.id}\` begins when \`${monitor}\` is at ${level}, and \`${monitor}\` opens it ${opening.length === 0 ? 'at no level' : `at ${listed(opening)}`}`,
              'decide which level it is, and correct the other place',
            );
        const unnamed = opening.filter((level) => !named.has(level));
        if (unnamed.length > 0)
          report(
            under(runbook.at, 'triggers'),
            `\`${monitor}\` opens \`${runbook.id}\` at ${listed(unnamed)}, and no trigger of it says so`,
            'name the level in a trigger, or let the monitor open something else there',
          );
      }
  },
};

/** By monitor: the levels that triggers name, and where each does first. */
function levelsNamed({ triggers = [] }: Entity<RunbookDocument>): Map<string, Map<string, number>> {
  const named = new Map<string, Map<string, number>>();
  for (const [index, { monitor, level }] of triggers.entries()) {
    if (monitor === undefined || level === undefined) continue;
    const levels = named.get(monitor) ?? new Map<string, number>();
    if (!levels.has(level)) levels.set(level, index);
    named.set(monitor, levels);
  }
  return named;
}

const levelsOpening = (book: Book, monitor: string, runbook: string): string[] =>
  Object.entries(book.monitors.get(monitor)?.thresholds ?? {}).flatMap(([level, { opens }]) =>
    opens === runbook ? [level] : [],
  );
