// Writes verifier/vectors/*.json from scripts/vectors; a test fails where the two differ.
import { writeFileSync } from 'node:fs';
import { withCompiled } from './compile.mjs';

await withCompiled(['scripts/vectors/documents.ts'], async (load) => {
  const { vectorDocuments } = await load('scripts/vectors/documents.ts');
  for (const [name, document] of Object.entries(vectorDocuments()))
    writeFileSync(`verifier/vectors/${name}`, `${JSON.stringify(document, null, 2)}\n`);
});
