import type { StatedSeverity } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { saysTheSame } from './severity/same-condition.ts';
import { cited, listed } from './words/sentence.ts';

export const severityIsStatedOnce: Rule = {
  id: 'severity-is-stated-once',
  summary: 'Two places that speak of the same condition give it the same severity.',
  why: `
    Whoever reads one page is paged as that page says and answers as it says; the colleague with the other page does
    something else. The two find out while the incident runs.
    Decide on one severity and correct the other place.
  `,
  good: [
    `
kind: runbook
id: leak
severity:
  stated:
    - {level: P1, if: A pipe bursts, source: {section: "1"}}
    - {level: P1, if: a water pipe bursts, source: {section: "2"}}
    - {level: P2, if: A tap drips, source: {section: "2"}}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
severity:
  stated:
    - {level: P1, if: A pipe bursts, source: {section: "1"}}
    - {level: P2, if: "when a water pipe bursts", source: {section: "2"}}
`,
  ],
  check(book, report) {
    for (const { id, at, title, summary, severity } of book.runbooks.values()) {
      const subject = `${title} ${summary ?? ''}`;
      const contradicts = (one: StatedSeverity, other: StatedSeverity) =>
        one.level !== other.level && saysTheSame(one.if, other.if, subject);
      const stated = severity?.stated ?? [];
      for (const [index, one] of stated.entries()) {
        const others = stated.slice(index + 1).filter((other) => contradicts(one, other));
        const earlier = stated.slice(0, index).some((other) => contradicts(other, one));
        if (others.length === 0 || earlier) continue;
        report(
          under(at, 'severity', 'stated', index),
          `\`${id}\`: ${listed([one, ...others].map(statement), 'but')}`,
          'decide which severity it is, and correct the other place',
        );
      }
    }
  },
};

const statement = ({ level, if: condition, source }: StatedSeverity) =>
  `${cited(source) || 'one place'} says ${level}${condition === undefined ? '' : ` for "${condition}"`}`;
