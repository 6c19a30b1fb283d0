// Writes what can be said from the rules and the books: docs/rules/, docs/findings/ and docs/coverage.md.
//   node scripts/generate-docs.mjs [--day 2026-09-16]
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Node 20 cannot run TypeScript: the pages become one file inside node_modules, where their packages resolve. */
async function compiledPages() {
  const outfile = join(realpathSync('node_modules'), '.cache', `drillbook-docs-${process.pid}.mjs`);
  await build({
    entryPoints: ['scripts/docs-pages.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}

/** The files of a book, as the loader wants them. */
export function filesOf(book) {
  return ['policies', 'runbooks', 'scenarios']
    .map((room) => join(room, book))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, bytes: readFileSync(file) }));
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function main([flag, day = new Date().toISOString().slice(0, 10)]) {
  if (flag !== undefined && flag !== '--day') throw new Error(`unknown option ${flag}`);
  const { rulePages, bookPage, coverageOf } = await compiledPages();
  rmSync('docs/rules', { recursive: true, force: true });
  for (const [path, text] of rulePages()) write(path, text);
  for (const book of readdirSync('policies'))
    write(join('docs', 'findings', `${book}.md`), bookPage(book, filesOf(book), day));
  write('docs/coverage.md', coverageOf(readdirSync('policies').map((id) => ({ id, files: filesOf(id) }))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
