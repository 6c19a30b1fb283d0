import type { Book } from '../model/book.ts';
import { parseSeconds, writeSeconds } from '../model/duration.ts';
import type { RaiseRule } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { boundSeconds } from './clock/lengths.ts';
import type { Rule } from './rule.ts';
import { ladderFrom } from './severity/general-timers.ts';
import { ownLevels } from './severity/levels-of.ts';
import { citedAfter } from './words/sentence.ts';

export const responseComesBeforeTheRaise: Rule = {
  id: 'response-comes-before-the-raise',
  summary: 'The response to a level is due before the level is raised by itself.',
  why: `
    When the response time of a level is as long as the timer that raises it, nobody has to look before the incident is a
    worse one. A case that nobody answers at night then climbs the scale by itself and wakes people who can do nothing about
    it, while everybody kept his promise.
    Shorten the response, lengthen the timer, or let the timer run only once somebody has answered.
  `,
  good: [
    `
kind: severities
levels: {P2: {response: {by: 1h, from: level.P2}}}
raise: [{level: P2, to: P1, after: 4h, from: level, while: unresolved, source: {section: "1"}}]
`,
  ],
  bad: [
    `
kind: severities
levels: {P2: {response: {by: 4h, from: level.P2}}}
raise: [{level: P2, to: P1, after: 4h, from: level, while: unresolved, source: {section: "1"}}]
`,
  ],
  check(book, report) {
    for (const level of book.severities.values()) {
      const { response } = level;
      if (!response) continue;
      const due = boundSeconds(response.by, book.manifest.calendar);
      for (const raise of book.raises) {
        if (!startsWith(book, raise, level.id) || raise.after === undefined) continue;
        const after = parseSeconds(raise.after);
        if (due < after) continue;
        const what =
          raise.runbook === undefined ? level.id : `\`${raise.runbook}\`, which begins at ${level.id},`;
        report(
          raise.runbook === undefined ? under(level.at, 'response') : under(raise.at, 'after'),
          `${what} may be answered after ${response.by}${citedAfter(response.source)} and becomes ${raise.to} ${due === after ? 'at the same moment' : `after ${raise.after}`}${citedAfter(raise.source)}: if nobody answers it is ${ladderFrom(book, raise, after)}`,
          `decide who looks at it before ${writeSeconds(after)}, or what raises it instead of time`,
          raise.runbook ?? '',
        );
      }
    }
  },
};

/** A timer that starts when an incident enters this level. */
function startsWith(
  book: Book,
  { level, runbook, from = 'declared', after }: RaiseRule,
  id: string,
): boolean {
  if (after === undefined || !/^(level|declared|opened)(\.|$)/.test(from)) return false;
  if (level !== undefined || runbook === undefined) return level === id;
  return ownLevels(book.runbooks.get(runbook) ?? { severity: {} }).includes(id);
}
