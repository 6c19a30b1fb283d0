import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { type Limited, limitsOf } from './severity/limits.ts';

export const conditionHasALevelFromItsStart: Rule = {
  id: 'condition-has-a-level-from-its-start',
  summary: 'A condition that becomes severe with time has a level before that.',
  why: `
    "One is down: P2. Both are down for 30 minutes: P1." Nothing says what both down for ten minutes are. People read the
    gap as they like: some as P2, some as nothing.
    Give the worse condition its own milder level from its first minute, or say that the milder condition includes it.
  `,
  good: [
    `
kind: monitors
monitors:
  water-meter: {thresholds: {P1: {metric: litres, above: 5%, for: 30m}, P2: {condition: drips, text: It drips., metric: litres, above: 5%, opens: drip}}}
`,
  ],
  bad: [
    `
kind: monitors
monitors:
  water-meter: {thresholds: {P1: {metric: pumps, for: 30m}, P2: {condition: one-pump-down, text: One pump is down., metric: pumps, opens: drip}}}
`,
  ],
  check(book, report) {
    for (const monitor of book.monitors.values()) {
      const limits = limitsOf(book, monitor);
      for (const [index, worse] of limits.entries()) {
        const milder = limits.slice(index + 1).filter(({ metric }) => metric === worse.metric);
        const [next] = milder;
        if (worse.unbroken === 0 || !next || milder.some((other) => includes(other, worse))) continue;
        report(
          under(monitor.at, 'thresholds', worse.level, 'for'),
          `\`${worse.threshold.condition}\` is ${worse.level} once it lasts ${worse.threshold.for}, and nothing says what it is until then: ${next.level} speaks of \`${next.threshold.condition}\``,
          `say which level \`${worse.threshold.condition}\` has in its first ${worse.threshold.for}`,
        );
      }
    }
  },
};

/** Whether crossing the worse limit always means that the milder one is crossed too. */
const includes = (milder: Limited, worse: Limited): boolean =>
  milder.threshold.condition === worse.threshold.condition ||
  (milder.side !== undefined && milder.side === worse.side && milder.unit === worse.unit);
