import type { Rule } from './rule.ts';
import { listed } from './words/sentence.ts';

export const everyKeyHasAProcedureForItsLoss: Rule = {
  id: 'every-key-has-a-procedure-for-its-loss',
  summary: 'A procedure says what to do when a key is compromised.',
  why: `
    The hour after a key is exposed is the worst one to find out that nobody wrote down how it is replaced, and what else it
    opens.
    Name the procedure in \`compromised\`, or write one.
  `,
  good: [
    `
kind: keys
keys: {front-door: {title: Front door, label: K-1, compromised: leak, source: {section: "5"}}}
`,
  ],
  bad: [
    `
kind: keys
keys: {front-door: {title: Front door, label: K-1, source: {section: "5"}}}
`,
  ],
  check(book, report) {
    const bare = [...book.keys.values()].filter(({ compromised }) => compromised === undefined);
    const [first] = bare;
    if (first)
      report(
        bare.length === 1 ? first.at : { file: first.at.file, path: ['keys'] },
        `no procedure says what to do when ${listed(
          bare.map(({ label, title }) => (label === title ? title : `${label} (${title})`)),
          'or',
        )} is compromised`,
        'name the procedure in `compromised`',
        bare.map(({ id }) => id).join(' '),
      );
  },
};
