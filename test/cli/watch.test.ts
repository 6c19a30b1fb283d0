import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { type BookFolder, bookFolder } from './book-folder.ts';
import { type Watched, watchedProgram } from './watched-program.ts';

const ROLES = 'policies/small/roles.yaml';
const SOUND = '✓ small';
const BROKEN = '✗ small';

let folder: BookFolder;
let program: Watched;
beforeEach(() => {
  folder = bookFolder();
  return async () => {
    await program.stop('SIGKILL');
    folder.dispose();
  };
});

async function watching(...argv: string[]): Promise<void> {
  program = watchedProgram(folder.root, 'check', '--watch', ...argv);
  await program.until('watching the books; Ctrl-C stops\n');
}

const at = (file: string) => join(folder.root, file);
const spoil = (file: string) => writeFileSync(at(file), `${readFileSync(at(file), 'utf8')}extra: 1\n`);

test('a file that is spoilt and mended is checked each time, and its name is shown', async () => {
  const sound = readFileSync(at(ROLES));
  await watching();
  expect(program.output()).toContain(SOUND);
  spoil(ROLES);
  const worse = await program.until(BROKEN);
  expect(worse).toContain(`changed: ${ROLES}\n`);
  expect(worse).toContain('unknown key `extra`');
  folder.write(ROLES, sound);
  expect(await program.until(SOUND)).toContain(`changed: ${ROLES}\n`);
});

test('an editor that writes a new file and renames it over the old one is followed, again and again', async () => {
  const sound = readFileSync(at(ROLES), 'utf8');
  await watching();
  for (const [text, verdict] of [
    [`${sound}extra: 1\n`, BROKEN],
    [sound, SOUND],
    [`${sound}more: 1\n`, BROKEN],
  ] as const) {
    folder.write(`${ROLES}.tmp`, text);
    renameSync(at(ROLES), at(`${ROLES}~`));
    renameSync(at(`${ROLES}.tmp`), at(ROLES));
    await program.until(verdict);
  }
});

test('folders that come, go, or are replaced as a whole are followed', async () => {
  await watching();
  folder.write('runbooks/small/night/extra.yaml', 'kind: runbook\n');
  expect(await program.until(BROKEN)).toContain('runbooks/small/night/extra.yaml (new)');
  rmSync(at('runbooks/small/night'), { recursive: true });
  expect(await program.until(SOUND)).toContain('runbooks/small/night/extra.yaml (gone)');
  cpSync(at('policies/small'), at('other'), { recursive: true });
  renameSync(at('policies/small'), at('old'));
  renameSync(at('other'), at('policies/small'));
  await wait(300);
  spoil(ROLES);
  expect(await program.until(BROKEN)).toContain(`changed: ${ROLES}\n`);
});

test('what leaves every file as it was prints nothing', async () => {
  await watching();
  const before = program.output();
  folder.write(ROLES, readFileSync(at(ROLES)));
  folder.write('notes.txt', 'x');
  folder.write('policies/small/.roles.yaml.swp', 'x');
  await wait(600);
  expect(program.output()).toBe(before);
});

test('a book that is gone is said, and found again when it is back', async () => {
  await watching();
  renameSync(at('policies'), at('away'));
  await program.until('error: there is no book here');
  renameSync(at('away'), at('policies'));
  await program.until(SOUND);
});

test('reports in files are written anew each time', async () => {
  await watching('--format', 'oneline', '--format', 'json=out.json');
  const findings = () => JSON.parse(readFileSync(at('out.json'), 'utf8')).findings.length;
  expect(findings()).toBe(0);
  spoil(ROLES);
  await program.until('[document-fits-its-schema]');
  await expect.poll(findings).toBe(1);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends it with %i, without a stack and without a colour in a pipe', async (signal, code) => {
  await watching();
  expect(await program.stop(signal)).toBe(code);
  expect(program.output()).not.toMatch(/\n\s+at /);
  expect(program.output()).not.toContain('\u001b');
});

test('where there is no book it does not wait for one', async () => {
  mkdirSync(at('empty'));
  rmSync(at('policies'), { recursive: true });
  program = watchedProgram(at('empty'), 'check', '--watch');
  await program.until('error: there is no book here');
  expect(await program.stop('SIGCONT')).toBe(2);
});
