import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const codeHasARunbook: Rule = {
  id: 'code-has-a-runbook',
  summary: 'For every code that means a failure, some procedure says what to do.',
  why: `
    The code is the one thing that the tired reader has in his hand. If no procedure names it, he searches by guessing at
    words, or decides that it means nothing.
    Write the \`runbook\` that handles it; or, if nothing has to be done, \`success: true\`.
  `,
  good: [
    `
kind: codes
codes:
  0: {name: dry, meaning: No water., raised_by: The sensor, success: true, source: {section: "1"}}
  1: {name: wet, meaning: Water., raised_by: The sensor of the cellar, runbook: leak, source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: codes
codes:
  1: {name: wet, meaning: Water., raised_by: The sensor, source: {section: "1"}}
`,
  ],
  check(book, report) {
    const triggers = new Set(
      [...book.runbooks.values()].flatMap((runbook) =>
        (runbook.triggers ?? []).map(({ code }) => String(code)),
      ),
    );
    for (const { id, at, name, runbook, success, lifecycle = 'active' } of book.codes.values())
      if (!success && lifecycle === 'active' && runbook === undefined && !triggers.has(id))
        report(
          at,
          `no procedure handles the code ${id} (${quoted(name)})`,
          'name its `runbook`, or write `success: true` if nothing has to be done',
        );
  },
};
