import { parseSeconds } from '../model/duration.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { citedAfter, listed } from './words/sentence.ts';

export const acknowledgementComesBeforeTheTakeover: Rule = {
  id: 'acknowledgement-comes-before-the-takeover',
  summary: 'A page is due to be acknowledged before it moves on or command passes to somebody else.',
  why: `
    Somebody who answers at the last moment of his time keeps his promise, and loses the page or the command at that same
    moment. Two people then believe that they lead, and both are right.
    Leave time between the promise and what follows when it breaks.
  `,
  good: [
    `
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead, ack_within: 5m, timeout: 10m}]
    loop: until-acknowledged
    takeover: {after: 15m, from: page-sent, by: ben, hand_back: on-ack, source: {section: "1"}}
    source: {section: "1"}
`,
  ],
  bad: [
    `
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead, ack_within: 15m, timeout: 20m}]
    loop: until-acknowledged
    takeover: {after: 15m, from: page-sent, by: ben, hand_back: on-ack, source: {section: "1"}}
    source: {section: "1"}
`,
  ],
  check(book, report) {
    for (const { id, on, levels, takeover, at } of book.paths.values())
      for (const [index, level] of levels.entries()) {
        if (level.ack_within === undefined) continue;
        const due = parseSeconds(level.ack_within);
        const late = (length: string | undefined) => length !== undefined && parseSeconds(length) <= due;
        const ends = [
          ...(late(level.timeout) ? [`the page moves on after ${level.timeout}`] : []),
          ...(index === 0 && takeover && late(takeover.after)
            ? [`\`${takeover.by}\` takes command after ${takeover.after}${citedAfter(takeover.source)}`]
            : []),
        ];
        if (ends.length > 0)
          report(
            under(at, 'levels', index, 'ack_within'),
            `\`${id}\`: \`${level.page}\` has ${level.ack_within} to acknowledge at ${listed(on.severity)}, and ${listed(ends)}`,
            'make the acknowledgement due earlier, or let what follows begin later',
          );
      }
  },
};
