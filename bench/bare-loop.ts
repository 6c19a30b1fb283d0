import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { SourceFile } from '../model/source-file.ts';
import type { Contender } from './harness.ts';

/** What everybody would write first: parse, validate, done. One operation is a file. */
export function bareLoop(files: readonly SourceFile[]): Contender {
  const ajv = new Ajv2020({ strict: false });
  for (const name of readdirSync('schemas').filter((file) => file.endsWith('.schema.json')))
    ajv.addSchema(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')));
  const run = () => {
    for (const { file, bytes } of files) {
      const document = parse(new TextDecoder().decode(bytes));
      const validate = ajv.getSchema(`https://drillbook.dev/schemas/${document.kind}.schema.json`);
      if (!validate?.(document)) throw new Error(`${file} does not fit`);
    }
    return files.length;
  };
  return { name: 'parse + ajv', run };
}
