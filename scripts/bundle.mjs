// One lazily loaded file per command and one shared chunk for @oclif/core: bundle/ is what the bin runs.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const OUT = 'bundle';
/** Loaded from node_modules when a command asks for them: large, native or WebAssembly. */
const EXTERNAL = ['@viz-js/viz', '@solana/web3.js', 'litesvm', 'web-tree-sitter', 'tree-sitter-rust'];

const typescriptIn = (dir) =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(dir, file))
    : [];

const SHARED = { platform: 'node', target: 'node20', legalComments: 'linked', logLevel: 'warning' };

/**
 * Of ts-morph only its TypeScript is used, and of that the parser: alone, and with short names, it is a quarter of the text that Node
 * would have to read, which is most of the time that it takes to load. As CommonJS Node compiles it once, as a module twice.
 */
const PARSER = './typescript-parser.cjs';
const TS_MORPH = {
  name: 'ts-morph',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^ts-morph$/ }, ({ path }) => ({ path, namespace: 'parser' }));
    onLoad({ filter: /./, namespace: 'parser' }, () => ({
      contents: `export const ts = require('${PARSER}');`,
    }));
  },
};

const bundleParser = () =>
  build({
    entryPoints: ['node_modules/@ts-morph/common/dist/typescript.js'],
    outfile: join(OUT, PARSER),
    bundle: true,
    format: 'cjs',
    minify: true,
    ...SHARED,
  });

async function bundle() {
  const entries = [
    'cli/run.ts',
    'cli/help.ts',
    ...typescriptIn('cli/commands'),
    ...typescriptIn('cli/hooks'),
    ...typescriptIn('cli/workers'), // each runs in threads of its own
  ];
  await build({
    entryPoints: Object.fromEntries(entries.map((file) => [file.replace(/^cli[/\\]|\.ts$/g, ''), file])),
    outdir: OUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    external: [...EXTERNAL, PARSER],
    plugins: [TS_MORPH],
    // CommonJS dependencies ask for require().
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    ...SHARED,
  });
}

function makeExecutable(file) {
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, 'utf8')}`);
  chmodSync(file, 0o755);
}

/** oclif reads the nearest package.json above the entry: this one points at the bundled commands. */
function writeManifest() {
  const { name, version, description, oclif } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bundled = {
    ...oclif,
    commands: './commands',
    helpClass: './help',
    hooks: { command_not_found: './hooks/not-found' },
  };
  mkdirSync(join(OUT, 'commands'), { recursive: true });
  const pkg = { name, version, description, type: 'module', files: ['oclif.manifest.json'], oclif: bundled };
  writeFileSync(join(OUT, 'package.json'), `${JSON.stringify(pkg, null, 2)}\n`);
  execFileSync(process.execPath, ['node_modules/oclif/bin/run.js', 'manifest', OUT], {
    env: { ...process.env, OCLIF_SKIP_NEW_VERSION_CHECK: 'true' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

rmSync(OUT, { recursive: true, force: true });
await Promise.all([bundle(), bundleParser()]);
makeExecutable(join(OUT, 'run.js'));
writeManifest();
