import type { Book } from '../model/book.ts';
import { parseSeconds } from '../model/duration.ts';
import type { Threshold } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { quantitiesIn } from './words/quantities-in.ts';
import { cited, listed } from './words/sentence.ts';

export const exampleGivesTheNumbersOfItsMonitor: Rule = {
  id: 'example-gives-the-numbers-of-its-monitor',
  summary: 'A text that tells of a threshold tells its limit and its duration.',
  why: `
    "Above 10%" and "above 10% for 5 minutes" are two alerts. Who knows the shorter one expects a page five minutes before
    it comes, and takes the silence for a monitor that is broken.
    Write the same limit and the same duration in both places.
  `,
  good: [
    `
kind: monitors
monitors:
  water-meter:
    thresholds: {P1: {above: 5%, for: 10m}}
---
kind: severities
levels:
  P1: {examples: [{text: More than 5% for 10 minutes., monitor: water-meter, condition: water-runs}]}
`,
  ],
  bad: [
    `
kind: monitors
monitors:
  water-meter:
    thresholds: {P1: {above: 5%, for: 10m}}
---
kind: severities
levels:
  P1: {examples: [{text: More than 5%., monitor: water-meter, condition: water-runs}]}
`,
    `
kind: monitors
monitors:
  water-meter:
    thresholds: {P1: {above: 5%}}
---
kind: severities
levels:
  P1: {examples: [{text: More than 8%., monitor: water-meter, condition: water-runs}]}
`,
  ],
  check(book, report) {
    for (const { text, place, monitor, threshold, at } of tellings(book)) {
      const said = quantitiesIn(text);
      if (said.length === 0) continue;
      const meant = numbersOf(threshold);
      const untold = meant.filter(
        ({ value, unit }) => !said.some((each) => each.value === value && each.unit === unit),
      );
      const numbers = meant.map(({ name }) => name);
      if (untold.length > 0)
        report(
          at,
          `${place} says ${listed(said.map((each) => each.text))}, \`${monitor}\` alerts at ${listed(numbers)}: ${listed(untold.map(({ name }) => name))} is missing`,
          'decide which is meant, and write it in both places',
        );
    }
  },
};

interface Telling {
  readonly text: string;
  readonly place: string;
  readonly monitor: string;
  readonly threshold: Threshold;
  readonly at: At;
}

/** Examples and triggers that speak of a threshold. */
function tellings(book: Book): Telling[] {
  const examples = [...book.severities.values()].flatMap(({ id, examples = [], at, source }) =>
    examples.flatMap(({ text, monitor, condition }, index) => {
      const threshold = Object.values(book.monitors.get(monitor ?? '')?.thresholds ?? {}).find(
        (each) => each.condition === condition,
      );
      const place = `the example of ${id}${cited(source) === '' ? '' : ` in ${cited(source)}`}`;
      return threshold
        ? [{ text, place, monitor: monitor ?? '', threshold, at: under(at, 'examples', index) }]
        : [];
    }),
  );
  const triggers = [...book.runbooks.values()].flatMap(({ id, triggers = [], at }) =>
    triggers.flatMap(({ text, monitor, level }, index) => {
      const threshold = book.monitors.get(monitor ?? '')?.thresholds[level ?? ''];
      const place = `the trigger of \`${id}\``;
      return threshold
        ? [{ text, place, monitor: monitor ?? '', threshold, at: under(at, 'triggers', index) }]
        : [];
    }),
  );
  return [...examples, ...triggers];
}

function numbersOf({ above, below, for: unbroken }: Threshold) {
  const limits = [above, below].flatMap((limit) => (typeof limit === 'string' ? quantitiesIn(limit) : []));
  return [
    ...limits.map(({ value, unit, text }) => ({ value, unit, name: text })),
    ...(unbroken === undefined
      ? []
      : [{ value: parseSeconds(unbroken), unit: 's', name: `for ${unbroken}` }]),
  ];
}
