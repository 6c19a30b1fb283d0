import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';

export const fileIsNamedForItsDocument: Rule = {
  id: 'file-is-named-for-its-document',
  summary: 'A runbook or a scenario stands in a file that has its id as a name.',
  why: `
    A page, an alert and a colleague on the phone all say the id. If the file is called something else, the person who
    opens the folder at night searches while the clock runs.
    Rename the file, or give the document the id that the file promises.
  `,
  good: [
    `
kind: runbook
id: leak
`,
  ],
  bad: [
    `
# runbooks/book/flood.yaml
kind: runbook
id: leak
`,
  ],
  check(book, report) {
    for (const { id, at } of [...book.runbooks.values(), ...book.scenarios.values()]) {
      const name = at.file.slice(at.file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
      if (name !== id) report(under(at, 'id'), `\`${id}\` stands in a file called \`${name}\``);
    }
  },
};
