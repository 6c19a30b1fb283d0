import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { loadBook } from '../model/load-book.ts';
import { ALL_RULES } from '../rules/all.ts';
import { checkBook } from '../rules/check-book.ts';
import { generatedBook } from './generated-book.ts';
import type { Bench } from './harness.ts';

const files = generatedBook(2000);

/** What everybody would write first: parse, validate, done. */
function bareLoop(): () => number {
  const ajv = new Ajv2020({ strict: false });
  for (const name of readdirSync('schemas').filter((file) => file.endsWith('.schema.json')))
    ajv.addSchema(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')));
  return () => {
    for (const { file, bytes } of files) {
      const document = parse(new TextDecoder().decode(bytes));
      const validate = ajv.getSchema(`https://drillbook.dev/schemas/${document.kind}.schema.json`);
      if (!validate?.(document)) throw new Error(`${file} does not fit`);
    }
    return files.length;
  };
}

function loadAndCheck(): number {
  const { book, findings } = loadBook(files, 'generated');
  const found = book ? checkBook(book, ALL_RULES) : findings;
  if (found.length > 0) throw new Error(`the generated book is not sound: ${found[0]?.message}`);
  return files.length;
}

const bench: Bench = {
  name: 'load and check',
  about: `reading, validating, linking and checking a book of 2,000 generated runbooks against a loop of \`yaml\` parse and ajv over the same bytes; one operation is a file`,
  baseline: { name: 'parse + ajv', run: bareLoop() },
  subject: { name: 'load + link + rules', run: loadAndCheck },
  rounds: 7,
  reads: 'cost',
};

export default bench;
