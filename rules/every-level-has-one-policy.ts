import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const everyLevelHasOnePolicy: Rule = {
  id: 'every-level-has-one-policy',
  summary: 'Exactly one routing policy says whom a severity pages.',
  why: `
    A severity without a policy is declared and nobody hears of it. With two policies the tool that sends the page picks
    one, and the people on the other believe that they were not needed.
    Write one policy a level.
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
triage: [{ask: Is a lamp out?, yes: P3}]
`,
    `
kind: routing
policies:
  second: {title: Second, severity: P1, channels: [call], page: [lead], source: {section: "1"}}
`,
  ],
  check(book, report) {
    for (const level of book.severities.values()) {
      const policies = [...book.policies.values()].filter(({ severity }) => severity === level.id);
      if (policies.length === 0)
        report(level.at, `no routing policy says whom ${level.id} pages`, 'write a policy for this severity');
      const second = policies[1];
      if (second)
        report(
          under(second.at, 'severity'),
          `${policies.length} policies page at ${level.id}: ${quoted(policies.map(({ id }) => id))}`,
          'make them one, or say which alerts take which',
        );
    }
  },
};
