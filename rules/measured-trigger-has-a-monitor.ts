import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { quantitiesIn } from './words/quantities-in.ts';
import { listed } from './words/sentence.ts';

export const measuredTriggerHasAMonitor: Rule = {
  id: 'measured-trigger-has-a-monitor',
  summary: 'A trigger that names a number is watched by a monitor.',
  why: `
    People do not notice that a latency passed 500 ms or that an answer is five minutes old; machines do. A procedure that
    begins at a measured limit which nothing measures begins by luck.
    Name the monitor and its level, or build it; if a person is to notice it, say what the person sees.
  `,
  good: [
    `
kind: runbook
id: leak
triggers:
  - {text: More than 5 litres an hour run through the meter., monitor: water-meter, level: P1}
  - {text: Somebody sees water.}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
triggers: [{text: The water pressure falls by more than 20%.}]
`,
  ],
  check(book, report) {
    for (const { id, at, runs, triggers = [] } of book.runbooks.values()) {
      const loose = [...triggers.entries()].filter(
        ([, { text, monitor, code, authority }]) =>
          (monitor ?? code ?? authority) === undefined && limitsIn(book, text).length > 0,
      );
      const [first] = loose;
      if (runs !== 'incident' || !first) continue;
      const limits = loose.flatMap(([, { text }]) => limitsIn(book, text));
      report(
        under(at, 'triggers', first[0]),
        `\`${id}\` begins at ${listed([...new Set(limits)])}, and no monitor watches for it`,
        'name the monitor and the level that see it',
      );
    }
  },
};

/** Numbers with a unit, and limits of the book by the name they have where they live. */
const limitsIn = (book: Book, text: string): string[] => [
  ...[...book.parameters.values()].flatMap(({ name }) =>
    name !== undefined && text.includes(name) ? [name] : [],
  ),
  ...quantitiesIn(text).map((quantity) => quantity.text),
];
