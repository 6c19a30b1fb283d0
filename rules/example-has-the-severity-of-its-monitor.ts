import type { Book } from '../model/book.ts';
import type { SeverityExample } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { ownLevels } from './severity/levels-of.ts';
import { citedAfter, listed } from './words/sentence.ts';

export const exampleHasTheSeverityOfItsMonitor: Rule = {
  id: 'example-has-the-severity-of-its-monitor',
  summary: 'What the scale gives as an example of a level alerts at that level.',
  why: `
    People learn the scale by its examples and are paged by the monitors. If the scale calls something P1 and its monitor
    alerts at P2, the incident gets the response of the wrong level, and nobody is wrong.
    Correct the example or the threshold.
  `,
  good: [
    `
kind: severities
levels:
  P1: {examples: [{text: Water runs and nobody uses it., monitor: water-meter, condition: water-runs}]}
`,
  ],
  bad: [
    `
kind: severities
levels:
  P2: {examples: [{text: Water runs and nobody uses it., monitor: water-meter, condition: water-runs}]}
`,
  ],
  check(book, report) {
    for (const level of book.severities.values())
      for (const [index, example] of (level.examples ?? []).entries()) {
        const other = otherLevel(book, example, level.id);
        if (other !== undefined)
          report(
            under(level.at, 'examples', index),
            `"${example.text}" is an example of ${level.id}${citedAfter(level.source)}, but ${other}`,
            'decide which level it is, and correct the scale or the other place',
          );
      }
  },
};

/** What the monitor or the procedure of an example says instead of this level. */
function otherLevel(book: Book, example: SeverityExample, level: string): string | undefined {
  const { monitor = '', condition } = example;
  const thresholds = Object.entries(book.monitors.get(monitor)?.thresholds ?? {});
  const alert = thresholds.find(([, threshold]) => threshold.condition === condition);
  if (alert)
    return alert[0] === level
      ? undefined
      : `\`${monitor}\` alerts at ${alert[0]} for \`${condition}\`${citedAfter(alert[1].source)}`;
  const runbook = book.runbooks.get(example.runbook ?? '');
  const levels = runbook ? ownLevels(runbook) : [];
  if (levels.length === 0 || levels.includes(level)) return undefined;
  return `\`${runbook?.id}\` begins at ${listed(levels, 'or')}${citedAfter(runbook?.severity?.source)}`;
}
