import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type BookFolder, bookFolder } from './book-folder.ts';
import { sarifSchema } from './reporters/sarif-schema.ts';
import { parseXml } from './reporters/strict-xml.ts';

let folder: BookFolder;
beforeEach(() => {
  folder = bookFolder();
  folder.write('policies/small/extra.yaml', 'kind: keys\nkeys: {k: {titel: API key}}\n');
  return () => folder.dispose();
});

const written = (file: string) => readFileSync(join(folder.root, file), 'utf8');
const check = (...formats: string[]) =>
  folder.run('.', 'check', ...formats.flatMap((format) => ['--format', format]));

describe('several forms at once', () => {
  test('one is printed, the others are written, and the exit code is the same', () => {
    const alone = check('github');
    const { status, stdout, stderr } = check('github', 'sarif=out/found.sarif', 'junit=out/found.xml');
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: alone.stdout, stderr: '' });
    expect(sarifSchema()(JSON.parse(written('out/found.sarif')))).toEqual([]);
    expect(parseXml(written('out/found.xml')).name).toBe('testsuites');
    expect(readdirSync(join(folder.root, 'out'))).toEqual(['found.sarif', 'found.xml']);
  });

  test('a person still reads the text where none is named for stdout', () => {
    expect(check('json=found.json').stdout).toBe(check().stdout);
    expect(written('found.json')).toBe(check('json').stdout);
  });

  test('--json is printed and the files are written all the same', () => {
    const { stdout } = folder.run('.', 'check', '--json', '--format', 'github=notes.txt');
    expect(JSON.parse(stdout).version).toBe(1);
    expect(written('notes.txt')).toMatch(/^::error file=policies\/small\/extra\.yaml,/);
  });

  test('a file that was there is replaced as a whole, and nothing else is left behind', () => {
    folder.write('found.md', 'old '.repeat(10_000));
    check('markdown=found.md');
    expect(written('found.md')).toMatch(/^### ❌ Check/);
    expect(readdirSync(folder.root).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('what cannot be done is said before anything is checked', () => {
  test.each([
    [['sarfi'], 'there is no format `sarfi`\nhint: did you mean `sarif`?'],
    [['sarfi=x'], 'there is no format `sarfi`\nhint: did you mean `sarif`?'],
    [['toString'], 'there is no format `toString`\nhint: the formats are text, oneline'],
    [[''], 'there is no format ``\nhint: the formats are text, oneline'],
    [['json='], '--format json= names no file'],
    [
      ['json', 'github'],
      'only one form fits on stdout, not json and github\nhint: write the other into a file',
    ],
    [['json=a', 'github=a'], 'two forms cannot both be written to a'],
  ])('--format %j', (formats, message) => {
    const { status, stdout, stderr } = check(...formats);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`error: ${message}`);
  });
});

describe('a file that cannot be written is an error, and what stood there stays', () => {
  test('a folder in its place', () => {
    mkdirSync(join(folder.root, 'taken'));
    const { status, stdout, stderr } = check('oneline', 'sarif=taken');
    expect(status).toBe(2);
    expect(stdout).toContain('unknown key `titel`');
    expect(stderr).toContain('error: the report cannot be written to taken: a folder, not a file');
    expect(stderr).not.toContain(folder.root);
  });

  test('a device is not replaced by a file', () => {
    symlinkSync('/dev/null', join(folder.root, 'null'));
    const { status, stderr } = check('sarif=null');
    expect(status).toBe(2);
    expect(stderr).toContain('no regular file');
  });

  test.skipIf(process.getuid?.() === 0)('a folder that is closed', () => {
    mkdirSync(join(folder.root, 'closed'));
    chmodSync(join(folder.root, 'closed'), 0o555);
    const { status, stderr } = check('sarif=closed/x');
    expect(status).toBe(2);
    expect(stderr).toContain('permission denied');
    expect(existsSync(join(folder.root, 'closed/x'))).toBe(false);
  });
});

test('in a git repository whose books lie in a folder, annotations lead there', () => {
  mkdirSync(join(folder.root, '.git'));
  folder.write('ops/policies/team/book.yaml', 'kind: book\n');
  const { stdout } = folder.run('ops', 'check', '--format', 'github');
  expect(stdout).toMatch(/^::error file=ops\/policies\/team\/book\.yaml,line=1,/);
  const sarif = JSON.parse(folder.run('ops', 'check', '--format', 'sarif').stdout);
  const [result] = sarif.runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('ops/policies/team/book.yaml');
});
