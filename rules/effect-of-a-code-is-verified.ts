import { under } from '../model/position.ts';
import { placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const effectOfACodeIsVerified: Rule = {
  id: 'effect-of-a-code-is-verified',
  summary: 'A procedure that relies on what a code does has a step that sees it happen.',
  why: `
    The system is said to halt, reject or block by itself, and the people turn to something else. If the halt did not
    happen, nobody notices until the damage is counted; a test takes a minute.
    Write a step that tries it and \`expects\` the code.
  `,
  good: [
    `
kind: codes
codes:
  1: {name: wet, meaning: Water., raised_by: The sensor, effect: The pump stops., runbook: leak, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: try-pump, text: Try the pump and see it refuse., by: lead, expects: 1}]}
`,
  ],
  bad: [
    `
kind: codes
codes:
  1: {name: wet, meaning: Water., raised_by: The sensor, effect: The pump stops., runbook: leak, source: {section: "1"}}
`,
  ],
  check(book, report) {
    for (const { id, at, effect, success, runbook: handler } of book.codes.values()) {
      const runbook = book.runbooks.get(handler ?? '');
      if (!effect || success || !runbook) continue;
      if (!placedSteps(runbook).some(({ step }) => String(step.expects) === id))
        report(
          under(at, 'effect'),
          `${quoted(runbook.id)} rests on the effect of code ${id} ("${effect}"), and none of its steps sees it happen`,
          `write a step that tries it and \`expects\` ${id}`,
        );
    }
  },
};
