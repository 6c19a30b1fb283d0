import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { type Limited, limitsOf, writtenLimit } from './severity/limits.ts';

export const worseLevelHasTheFurtherLimit: Rule = {
  id: 'worse-level-has-the-further-limit',
  summary: 'The more severe of two thresholds on one metric is crossed last.',
  why: `
    If the limit of a worse level is crossed first, or at the same time, the milder level never alerts: its early warning
    does not exist.
    Move one of the limits, or give the worse one the longer duration.
  `,
  good: [
    `
kind: monitors
monitors:
  water-meter: {thresholds: {P1: {metric: litres, above: 10%}, P2: {condition: drips, text: It drips., metric: litres, above: 5%, opens: drip}}}
`,
  ],
  bad: [
    `
kind: monitors
monitors:
  water-meter: {thresholds: {P1: {metric: litres, above: 5%}, P2: {condition: drips, text: It drips., metric: litres, above: 10%, opens: drip}}}
`,
  ],
  check(book, report) {
    for (const monitor of book.monitors.values()) {
      const limits = limitsOf(book, monitor);
      for (const [index, milder] of limits.entries()) {
        const worse = limits.slice(0, index).findLast((other) => areComparable(other, milder));
        if (worse && !isFurther(worse, milder))
          report(
            under(monitor.at, 'thresholds', milder.level),
            `${milder.level} alerts ${writtenLimit(milder)}, ${worse.level} already ${writtenLimit(worse)}: ${milder.level} never comes first`,
            'decide which limit is the worse one',
          );
      }
    }
  },
};

const areComparable = (one: Limited, other: Limited) =>
  one.metric === other.metric && one.side !== undefined && one.side === other.side && one.unit === other.unit;

const isFurther = (worse: Limited, milder: Limited): boolean =>
  worse.value === milder.value
    ? worse.unbroken > milder.unbroken
    : worse.side === 'above'
      ? worse.value > milder.value
      : worse.value < milder.value;
