import type { Book, Entity } from '../model/book.ts';
import { parseSeconds } from '../model/duration.ts';
import type { Monitor } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { boundSeconds, secondsInWords } from './clock/lengths.ts';
import type { Rule } from './rule.ts';
import { limitsOf } from './severity/limits.ts';
import { grouped } from './words/grouped.ts';
import { listed } from './words/sentence.ts';

export const monitorLooksOftenEnough: Rule = {
  id: 'monitor-looks-often-enough',
  summary: 'A monitor looks more often than its own limits and the response to its alerts ask for.',
  why: `
    A check every 24 hours finds an outage a day late, and then somebody has minutes to answer. What happens between two
    looks is invisible: an interval longer than a duration or an age that it watches cannot see it in time.
    Shorten the interval, or say honestly how late the alert may come.
  `,
  good: [
    `
kind: severities
levels: {P1: {response: {by: 15m, from: level.P1}}}
---
kind: monitors
monitors: {water-meter: {interval: 1m, thresholds: {P1: {for: 5m}}}}
`,
  ],
  bad: [
    `
kind: severities
levels: {P1: {response: {by: 15m, from: level.P1}}}
---
kind: monitors
monitors: {water-meter: {interval: 24h}}
`,
    `
kind: monitors
monitors: {water-meter: {interval: 10m, thresholds: {P1: {for: 5m}}}}
`,
  ],
  check(book, report) {
    for (const [key, monitors] of byTool(book)) {
      const [first] = monitors;
      const late = monitors.flatMap((monitor) => tooLate(book, monitor));
      if (first && late.length > 0)
        report(
          under(first.at, 'interval'),
          `\`${first.tool}\` looks every ${first.interval}: ${listed(late)}`,
          'look more often, or say how late the alert may come',
          key,
        );
    }
  },
};

/** Monitors that one tool looks at with one interval: they share one cause. */
const byTool = (book: Book): Map<string, Entity<Monitor>[]> =>
  grouped(book.monitors.values(), ({ tool, interval }) => `${tool} ${interval}`);

function tooLate(book: Book, monitor: Entity<Monitor>): string[] {
  if (monitor.interval === 'real-time' || monitor.interval === 'every-block') return [];
  const interval = parseSeconds(monitor.interval);
  return limitsOf(book, monitor).flatMap(({ level, threshold, side, value, unit, unbroken }) => {
    const name = `${level} \`${threshold.condition}\``;
    const response = responseTo(book, level);
    const isAge = /\b(age|old|older|stale)\b/.test(`${threshold.metric ?? ''} ${threshold.text}`);
    const length = unit === 's' ? value : unit === 'slot' ? slotsInSeconds(book, value) : undefined;
    const age = isAge ? length : undefined;
    return [
      ...(unbroken > 0 && interval > unbroken ? [`${name} must last ${threshold.for}`] : []),
      ...(side === 'above' && age !== undefined && interval > age
        ? [`${name} is an age of ${threshold.above}`]
        : []),
      ...(response && interval >= response.seconds ? [`${name} asks for a response ${response.words}`] : []),
    ];
  });
}

const slotsInSeconds = ({ manifest }: Book, slots: number) =>
  manifest.slot === undefined ? undefined : (slots * Number.parseInt(manifest.slot, 10)) / 1000;

function responseTo(book: Book, id: string): { seconds: number; words: string } | undefined {
  const level = book.severities.get(id);
  if (level?.response)
    return {
      seconds: boundSeconds(level.response.by, book.manifest.calendar),
      words: `within ${level.response.by}`,
    };
  const seconds = secondsInWords(level?.response_words);
  return seconds === undefined
    ? undefined
    : { seconds, words: (level?.response_words ?? '').toLowerCase().replace(/\.$/, '') };
}
