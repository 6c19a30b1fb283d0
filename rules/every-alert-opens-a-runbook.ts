import type { Book } from '../model/book.ts';
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
    const named = triggersOf(book);
    for (const monitor of book.monitors.values()) {
      const lost = Object.entries(monitor.thresholds).filter(
        ([level, { opens }]) =>
          opens === undefined && !named.has(`${monitor.id} ${level}`) && !named.has(monitor.id),
      );
      const [worst] = lost[0] ?? [];
      if (worst === undefined) continue;
      const alerts = lost.map(([level, { condition }]) => `${level} \`${condition}\``);
      const whom = pagedInWords(book, worst);
      report(
        lost.length === 1 ? under(monitor.at, 'thresholds', worst) : under(monitor.at, 'thresholds'),
        `\`${monitor.id}\`: ${listed(alerts)} ${lost.length === 1 ? 'opens' : 'open'} no runbook${whom === '' ? '' : `; ${worst} pages ${whom}`}`,
        'name the runbook that the people who are paged shall open',
      );
    }
  },
};

/** Alerts that triggers name, as `monitor level`; a trigger without a level means every alert of its monitor. */
const triggersOf = (book: Book): Set<string> =>
  new Set(
    [...book.runbooks.values()].flatMap(({ triggers = [] }) =>
      triggers.flatMap(({ monitor, level }) =>
        monitor === undefined ? [] : [[monitor, level].join(' ').trim()],
      ),
    ),
  );
