import type { Rule } from './rule.ts';
import { reachedLevels } from './severity/reached-levels.ts';

export const everyLevelIsReached: Rule = {
  id: 'every-level-is-reached',
  summary: 'Some monitor, procedure or question leads to every severity.',
  why: `
    A level that nothing leads to has a response time and a policy that never come to bear; what belongs to it is declared
    at another level or not at all.
    Say what alerts or which procedure begins at this level, or drop it from the scale.
  `,
  good: [
    `
kind: severities
levels: {P3: {title: Idle, meaning: A lamp is out., source: {section: "1"}}}
triage: [{ask: Is a lamp out?, yes: P3}]
---
kind: routing
policies:
  idle: {title: Some day, severity: P3, channels: [call], page: [lead], source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: severities
levels: {P3: {title: Idle, meaning: A lamp is out., source: {section: "1"}}}
---
kind: routing
policies:
  idle: {title: Some day, severity: P3, channels: [call], page: [lead], source: {section: "1"}}
`,
  ],
  check(book, report) {
    const reached = reachedLevels(book);
    for (const { id, at, examples = [] } of book.severities.values())
      if (!reached.has(id))
        report(
          at,
          `no monitor, code, runbook, question or rule leads to ${id}${examples.length > 0 ? `, whose ${examples.length} examples nothing detects` : ''}`,
          'say what is declared at this level, or drop it',
        );
  },
};
