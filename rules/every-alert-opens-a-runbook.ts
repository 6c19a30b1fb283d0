import type { Book, Entity } from '../model/book.ts';
import type { Monitor } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { pagedInWords } from './severity/paged-at.ts';
import { listed } from './words/sentence.ts';

export const everyAlertOpensARunbook: Rule = {
  id: 'every-alert-opens-a-runbook',
  summary: 'Whoever is woken by an alert finds a procedure for it.',
  why: `
    An alert without a procedure wakes people and leaves them with a number. Whoever is paged has to invent the response
    at the moment at which inventing is hardest.
    Let the threshold open a runbook, or take the alert away if nobody is to do anything.
  `,
  good: [
    `
kind: monitors
monitors:
  damp:
    title: Damp walls
    tool: Sensor
    interval: 1m
    thresholds: {P1: {condition: wet, text: The wall is wet., opens: leak}}
    source: {section: "2"}
`,
  ],
  bad: [
    `
kind: monitors
monitors:
  damp:
    title: Damp walls
    tool: Sensor
    interval: 1m
    thresholds: {P1: {condition: wet, text: The wall is wet.}}
    source: {section: "2"}
`,
  ],
  check(book, report) {
    for (const monitor of book.monitors.values()) {
      const lost = Object.entries(monitor.thresholds).filter(
        ([level, { opens }]) => opens === undefined && !isTriggeredBy(book, monitor, level),
      );
      const [worst] = lost[0] ?? [];
      if (worst === undefined) continue;
      const alerts = lost.map(([level, { condition }]) => `${level} \`${condition}\``);
      const whom = pagedInWords(book, worst);
      report(
        lost.length === 1 ? under(monitor.at, 'thresholds', worst) : under(monitor.at, 'thresholds'),
        `${listed(alerts)} ${lost.length === 1 ? 'opens' : 'open'} no runbook${whom === '' ? '' : `; ${worst} pages ${whom}`}`,
        'name the runbook that the people who are paged shall open',
      );
    }
  },
};

const isTriggeredBy = (book: Book, { id }: Entity<Monitor>, level: string): boolean =>
  [...book.runbooks.values()].some(({ triggers = [] }) =>
    triggers.some((trigger) => trigger.monitor === id && (trigger.level ?? level) === level),
  );
