// Writes verifier/vectors/*.json from scripts/vectors; a test fails where the two differ.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entryPoints = [fileURLToPath(new URL('vectors/documents.ts', import.meta.url))];
const { outputFiles } = await build({
  entryPoints,
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { vectorDocuments } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

for (const [name, document] of Object.entries(vectorDocuments())) {
  const path = fileURLToPath(new URL(`../verifier/vectors/${name}`, import.meta.url));
  await writeFile(path, `${JSON.stringify(document, null, 2)}\n`);
}
