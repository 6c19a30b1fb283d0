import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { marksIn } from '../../publish/parts/mark.ts';
import { markedPart } from '../../publish/parts/marked-part.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { docsMark } from './docs-mark.ts';

const README = 'README.md';
const DIFF = /^```diff\n[\s\S]*?^```$/gm;
const PROGRAM = resolve('bundle/run.js');

/**
 * The outputs in the README as the program prints them now. They run one after another in a copy of the repository, in which a
 * diff block between two of them is carried out first.
 */
export function readmeParts(): WantedPart[] {
  const readme = readFileSync(README, 'utf8');
  const folder = copyOfRepository();
  try {
    let done = 0;
    return marksIn(readme, 'docs')
      .filter((name) => name.startsWith('output-'))
      .map((name) => {
        const mark = docsMark(name);
        const part = markedPart(readme, mark);
        if (!part) throw new Error(`${README}: the part ${name} has no end`);
        const start = readme.split('\n').slice(0, part.line).join('\n').length;
        for (const [diff] of readme.slice(done, start).matchAll(DIFF)) edit(folder, diff);
        done = start;
        return { file: README, mark, text: shown(folder, part.text) };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyOfRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-readme-'));
  const isLeftOut = (name: string) => name === 'node_modules' || name === 'bundle' || name.startsWith('.');
  for (const name of readdirSync('.').filter((each) => !isLeftOut(each)))
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

function edit(folder: string, diff: string): void {
  const [, file = ''] = /^--- (\S+)$/m.exec(diff) ?? [];
  const line = (sign: string) =>
    new RegExp(`^\\${sign}(?!\\${sign}\\${sign})(.*)$`, 'm').exec(diff)?.[1] ?? '';
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(line('-'))) throw new Error(`${README}: ${file} has no line "${line('-')}"`);
  writeFileSync(
    join(folder, file),
    text.replace(line('-'), () => line('+')),
  );
}

/** A block with its first line as it stands and what that prints; `npm ci &&` is what a reader does once, it is not run here. */
function shown(folder: string, block: string): string {
  const [fence, command = '', ...rest] = block.split('\n');
  const words = command.replace(/^\$ (npm ci && )?/, '').split(' ');
  if (fence !== '```console' || words[0] !== 'npx' || words[1] !== 'drillbook')
    throw new Error(
      `${README}: an output begins with \`\`\`console and "$ npx drillbook", not with "${command}"`,
    );
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words.slice(2)], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', COLUMNS: '110' },
  });
  const output = `${stdout}${stderr}`.trimEnd();
  const isExcerpt = rest[0]?.startsWith('...') ?? false;
  return [fence, command, ...(isExcerpt ? ['...', excerpt(output)] : [output]), '```'].join('\n');
}

/** An excerpt starts where the report says what broke. */
const excerpt = (output: string) => output.slice(Math.max(0, output.indexOf('What broke, when and why')));
