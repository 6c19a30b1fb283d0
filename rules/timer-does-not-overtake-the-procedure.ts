import type { Book, Entity, Statement } from '../model/book.ts';
import { writeSeconds } from '../model/duration.ts';
import type { Monitor, RaiseRule, RunbookDocument } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import { boundSeconds } from './clock/lengths.ts';
import { placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { type GeneralTimer, generalTimers } from './severity/general-timers.ts';
import { ownLevels } from './severity/levels-of.ts';
import { type Limited, limitsOf } from './severity/limits.ts';
import { citedAfter } from './words/sentence.ts';

export const timerDoesNotOvertakeTheProcedure: Rule = {
  id: 'timer-does-not-overtake-the-procedure',
  summary: 'No timer of the scale raises what the book itself gives more time.',
  why: `
    A timer for every incident of a level knows nothing of the one that is meant to last: a wallet halted for a day, a
    list that is good for two. The incident climbs the scale while everybody does what is written, wakes people who can do
    nothing, and the threshold that was to raise it never decides anything. After some such nights nobody runs any more.
    Exempt the case from the timer in words, or begin it at a level that no timer raises.
  `,
  good: [
    `
kind: severities
raise: [{level: P2, to: P1, after: 24h, from: level, while: unresolved, source: {section: "1"}}]
---
kind: runbook
id: drip
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: change-washer, text: Change it., by: lead, within: {by: 8h, from: declared}, produces: [tap-tight]}]}
`,
  ],
  bad: [
    `
kind: severities
raise: [{level: P2, to: P1, after: 4h, from: level, while: unresolved, source: {section: "1"}}]
---
kind: runbook
id: drip
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: change-washer, text: Change it., by: lead, within: {by: 8h, from: declared}, produces: [tap-tight]}]}
`,
    `
kind: severities
raise: [{level: P2, to: P1, after: 4h, from: level, while: unresolved, source: {section: "1"}}]
---
kind: monitors
monitors:
  water-meter:
    thresholds:
      P1: {metric: age, above: 48h}
      P2: {condition: reading-old, text: The reading is old., metric: age, above: 24h, opens: drip}
`,
  ],
  check(book, report) {
    const timers = generalTimers(book);
    for (const monitor of book.monitors.values())
      for (const { at, message } of overtakenThresholds(book, timers, monitor)) report(at, message, HINT);
    for (const runbook of book.runbooks.values())
      for (const { at, message } of overtakenPromises(book, timers, runbook)) report(at, message, HINT);
  },
};

const HINT = 'exempt the case from the timer in words, or begin it at another level';

interface Overtaken {
  readonly at: At;
  readonly message: string;
}

/** Two limits on the age of one thing: what lies between them is time that the milder level is meant to last. */
function overtakenThresholds(
  book: Book,
  timers: readonly GeneralTimer[],
  monitor: Entity<Monitor>,
): Overtaken[] {
  const limits = limitsOf(book, monitor);
  return timers.flatMap(({ raise, seconds, ladder }) => {
    const milder = limits.find(({ level }) => level === raise.level);
    const worse = milder && limits.find((other) => other.level === raise.to && areAges(other, milder));
    if (!milder || !worse || (milder.unit === 's' && worse.value - milder.value <= seconds)) return [];
    const meant =
      milder.unit === 's'
        ? `only ${writeSeconds(worse.value - milder.value)} later`
        : `only after ${worse.value - milder.value}% more of \`${milder.unit}\``;
    const unless = milder.unit === 's' ? '' : `, unless that is less than ${raise.after}`;
    return {
      at: under(monitor.at, 'thresholds', worse.level),
      message: `\`${monitor.id}\` is ${milder.level} at ${amount(milder)} and ${worse.level} at ${amount(worse)}, ${meant}${citedAfter(worse.threshold.source ?? monitor.source)}; the timer of the scale makes it ${ladder}${citedAfter(raise.source)}${unless}`,
    };
  });
}

const areAges = (one: Limited, other: Limited): boolean =>
  one.metric === other.metric &&
  one.side === 'above' &&
  other.side === 'above' &&
  one.unit === other.unit &&
  /\b(age|old|older|stale)\b/.test(one.metric.replaceAll('-', ' ')) &&
  (one.unit === 's' || typeof one.threshold.above === 'object');

const amount = ({ threshold: { above } }: Limited): string =>
  typeof above === 'object'
    ? `${above.percent === undefined ? '' : `${above.percent}% of `}\`${above.parameter}\``
    : String(above);

/** A promise inside a procedure that is longer than the time after which its level is raised. */
function overtakenPromises(
  book: Book,
  timers: readonly GeneralTimer[],
  runbook: Entity<RunbookDocument>,
): Overtaken[] {
  return timers.flatMap(({ raise, seconds, ladder }) => {
    if (!ownLevels(runbook).includes(raise.level) || hasTimerOfItsOwn(book, runbook, raise)) return [];
    const slow = placedSteps(runbook).find(
      ({ step: { within } }) =>
        within &&
        /^(declared|opened|level)/.test(within.from) &&
        boundSeconds(within.by, book.manifest.calendar) > seconds,
    );
    if (!slow?.step.within) return [];
    const { by, source } = slow.step.within;
    return {
      at: under(slow.at, 'within'),
      message: `\`${slow.step.id}\` of \`${runbook.id}\` has ${by}${citedAfter(source ?? slow.step.source)}, and the timer of the scale makes the incident ${ladder}${citedAfter(raise.source)}`,
    };
  });
}

const hasTimerOfItsOwn = (
  book: Book,
  { id }: Entity<RunbookDocument>,
  { to }: Statement<RaiseRule>,
): boolean =>
  book.raises.some(({ runbook, to: other, after }) => runbook === id && other === to && after !== undefined);
