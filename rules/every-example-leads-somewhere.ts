import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { reachedLevels } from './severity/reached-levels.ts';
import { counted, listed } from './words/sentence.ts';

export const everyExampleLeadsSomewhere: Rule = {
  id: 'every-example-leads-somewhere',
  summary: 'What a severity gives as an example is seen by a monitor, a code or a procedure.',
  why: `
    An example is a promise that such a thing will be noticed and handled. Without a monitor nobody notices it, and
    without a procedure nobody knows what to do.
    Tie the example to the monitor, the code or the runbook that it means, or choose another one.
  `,
  good: [
    `
kind: severities
levels: {P1: {examples: [{text: A pipe bursts., runbook: leak}]}}
`,
  ],
  bad: [
    `
kind: severities
levels: {P1: {examples: [{text: A pipe bursts., runbook: leak}, {text: The roof leaks.}]}}
`,
  ],
  check(book, report) {
    const reached = reachedLevels(book);
    for (const { id, examples = [], at } of book.severities.values()) {
      // A level that nothing leads to is a finding of its own.
      if (!reached.has(id)) continue;
      const loose = examples.filter(
        ({ monitor, code, runbook }) => (monitor ?? code ?? runbook) === undefined,
      );
      const [first] = loose;
      if (!first) continue;
      const texts = listed(loose.map(({ text }) => `"${text.replace(/\.$/, '')}"`));
      report(
        loose.length === 1 ? under(at, 'examples', examples.indexOf(first)) : under(at, 'examples'),
        `${loose.length} of ${counted(examples.length, 'example')} of ${id} lead${loose.length === 1 ? 's' : ''} to no monitor, code or runbook: ${texts}`,
        'say what sees it and which procedure handles it',
      );
    }
  },
};
