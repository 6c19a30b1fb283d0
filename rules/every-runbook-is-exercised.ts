import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { incidentsOf } from '../model/scenario-incidents.ts';
import type { Rule } from './rule.ts';
import { ownLevels } from './severity/levels-of.ts';
import { counted, quoted } from './words/sentence.ts';

export const everyRunbookIsExercised: Rule = {
  id: 'every-runbook-is-exercised',
  summary: 'Some exercise or scenario rehearses every procedure for incidents.',
  why: `
    A procedure that nobody has ever tried is a draft. Its first reader is somebody at night, and its mistakes are found at
    the price of the incident.
    Schedule an exercise or write a scenario, the most severe procedures first.
  `,
  good: [
    `
kind: exercises
exercises: {leak-by-night: {runbooks: [leak]}, drip: {title: A drip, quarter: 2026-Q4, runbooks: [drip], scenarios: [leak-by-night], participants: [{title: Lead, is: lead}], objective: Change a washer., source: {section: "3"}}}
`,
  ],
  bad: [
    `
kind: exercises
exercises: {leak-by-night: {runbooks: [leak]}}
`,
  ],
  check(book, report) {
    const incidents = [...book.runbooks.values()].filter(({ runs }) => runs === 'incident');
    const rehearsed = new Set([
      ...[...book.exercises.values()].flatMap(({ runbooks }) => runbooks ?? []),
      ...[...book.scenarios.values()].flatMap(incidentsOf).map(({ runbook }) => runbook),
    ]);
    const untried = incidents.filter(({ id }) => !rehearsed.has(id));
    if (untried.length === 0) return;
    const [exercise] = book.exercises.values();
    report(
      exercise ? { file: exercise.at.file, path: ['exercises'] } : under(book.manifest.at, 'id'),
      `${untried.length} of ${counted(incidents.length, 'procedure')} for incidents ${untried.length === 1 ? 'is' : 'are'} in no exercise and no scenario: ${bySeverity(book, untried)}`,
      'schedule the most severe ones first',
      untried.map(({ id }) => id).join(' '),
    );
  },
};

function bySeverity(book: Book, runbooks: readonly Entity<RunbookDocument>[]): string {
  const worst = (runbook: RunbookDocument) =>
    [...book.severities.keys()].find((level) => ownLevels(runbook).includes(level)) ?? 'no severity';
  const levels = [...book.severities.keys(), 'no severity'];
  return levels
    .flatMap((level) => {
      const ids = runbooks.filter((runbook) => worst(runbook) === level).map(({ id }) => id);
      return ids.length === 0 ? [] : [`${level} ${quoted(ids)}`];
    })
    .join('; ');
}
