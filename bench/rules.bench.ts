import type { Book } from '../model/book.ts';
import { ALL_RULES } from '../rules/all.ts';
import { checkBook } from '../rules/check-book.ts';
import { bareLoop } from './bare-loop.ts';
import { generatedBook, loadGenerated, TODAY } from './generated-book.ts';
import type { Bench } from './harness.ts';

const files = generatedBook(2000);
let book: Book;

const bench: Bench = {
  name: 'rules alone',
  about: `what ${ALL_RULES.length} rules add: asking them of a book of 2,000 generated runbooks that is loaded, against a loop of \`yaml\` parse and ajv over its bytes; one operation is a file`,
  baseline: bareLoop(files),
  subject: {
    name: `${ALL_RULES.length} rules`,
    // A new book each round: rules may keep what they found out about one.
    prepare: () => {
      book = loadGenerated(files);
    },
    run: () => {
      checkBook(book, ALL_RULES, { today: TODAY });
      return files.length;
    },
  },
  rounds: 7,
  reads: 'cost',
  unit: 'files',
};

export default bench;
