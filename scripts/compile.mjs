// Node 20 cannot run TypeScript: what a script needs of it becomes JavaScript inside node_modules, where its packages resolve.
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Compiles TypeScript files, hands `use` a function that imports one of them, and clears up behind it. */
export async function withCompiled(entryPoints, use) {
  const outdir = join(realpathSync('node_modules'), '.cache', `drillbook-script-${process.pid}`);
  mkdirSync(outdir, { recursive: true });
  try {
    await build({
      entryPoints,
      outdir,
      outbase: '.',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      logLevel: 'warning',
    });
    return await use((file) => import(pathToFileURL(join(outdir, file.replace(/\.ts$/, '.mjs'))).href));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
