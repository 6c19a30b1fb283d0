// Runs the console blocks of README.md and compares or rewrites what they show.
//   node scripts/readme-outputs.mjs          exit 1 and a diff when an output is stale
//   node scripts/readme-outputs.mjs --write  mend README.md
// A diff block edits the copy of the books that the following blocks run on; the repository itself is never changed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const BLOCK = /^```(console|diff)\n([\s\S]*?)^```$/gm;
const PROGRAM = resolve('bundle/run.js');

/** README text with every console output as the program prints it now. */
export function withCurrentOutputs(readme) {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-readme-'));
  try {
    for (const room of ['policies', 'runbooks', 'scenarios'])
      cpSync(room, join(folder, room), { recursive: true });
    return readme.replace(BLOCK, (block, kind, body) =>
      kind === 'diff' ? edit(folder, body, block) : shown(folder, body),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function edit(folder, body, block) {
  const [, file] = /^--- (\S+)$/m.exec(body) ?? [];
  const line = (sign) => new RegExp(`^\\${sign}(?!\\${sign}\\${sign})(.*)$`, 'm').exec(body)?.[1];
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(line('-'))) throw new Error(`README.md: ${file} has no line "${line('-')}"`);
  writeFileSync(join(folder, file), text.replace(line('-'), line('+')));
  return block;
}

/** The lines up to the first command stay; `npm ci &&` is what a reader does once, it is not run here. */
function shown(folder, body) {
  const [command, ...rest] = body.split('\n');
  const cut = rest.findIndex((text) => text.startsWith('...'));
  const words = command
    .replace(/^\$ /, '')
    .replace(/^npm ci && /, '')
    .split(' ');
  if (words[0] !== 'npx' || words[1] !== 'drillbook') return `\`\`\`console\n${body}\`\`\``;
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words.slice(2)], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', COLUMNS: '110' },
  });
  const output = `${stdout}${stderr}`.trimEnd();
  return `\`\`\`console\n${command}\n${cut < 0 ? output : `...\n${excerpt(output)}`}\n\`\`\``;
}

/** An excerpt starts where the report says what broke. */
const excerpt = (output) => output.slice(Math.max(0, output.indexOf('What broke, when and why')));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const before = readFileSync('README.md', 'utf8');
  const after = withCurrentOutputs(before);
  if (process.argv.includes('--write')) writeFileSync('README.md', after);
  else if (before !== after) {
    console.error('README.md shows outputs that are no longer true: node scripts/readme-outputs.mjs --write');
    process.exitCode = 1;
  }
}
