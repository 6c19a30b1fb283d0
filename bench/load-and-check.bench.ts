import { ALL_RULES } from '../rules/all.ts';
import { checkBook } from '../rules/check-book.ts';
import { bareLoop } from './bare-loop.ts';
import { generatedBook, loadGenerated, TODAY } from './generated-book.ts';
import type { Bench } from './harness.ts';

const files = generatedBook(2000);

const bench: Bench = {
  name: 'load and check',
  about: `what \`check\` does with a book of 2,000 generated runbooks, ${ALL_RULES.length} rules, against a loop of \`yaml\` parse and ajv over the same bytes; one operation is a file`,
  baseline: bareLoop(files),
  subject: {
    name: 'load + link + rules',
    run: () => {
      checkBook(loadGenerated(files), ALL_RULES, { today: TODAY });
      return files.length;
    },
  },
  rounds: 7,
  reads: 'cost',
  unit: 'files',
};

export default bench;
