import { bareLoop } from './bare-loop.ts';
import { generatedBook, loadGenerated } from './generated-book.ts';
import type { Bench } from './harness.ts';

const files = generatedBook(2000);

const bench: Bench = {
  name: 'load',
  about:
    'reading, validating and linking a book of 2,000 generated runbooks against a loop of `yaml` parse and ajv over the same bytes; one operation is a file',
  baseline: bareLoop(files),
  subject: {
    name: 'load + link',
    run: () => {
      loadGenerated(files);
      return files.length;
    },
  },
  rounds: 7,
  reads: 'cost',
  unit: 'files',
};

export default bench;
