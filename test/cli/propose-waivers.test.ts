import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type BookFolder, bookFolder } from './book-folder.ts';

const GROUPS =
  'kind: groups\ngroups:\n  owners: {title: Owners, of: 1, at_least: 2, source: {section: "3"}}\n';
const WAIVERS = 'policies/small/waivers.yaml';

let folder: BookFolder;
beforeEach(() => {
  folder = bookFolder();
  folder.write('policies/small/groups.yaml', GROUPS);
});
afterEach(() => folder.dispose());

const propose = (...argv: string[]) => folder.run('.', 'check', '--propose-waivers', ...argv);

test('a proposal holds every open finding, and leaves nothing open once its reasons are written', () => {
  const { stdout, stderr, status } = propose('--expires', '2099-12-31');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(parse(stdout).waivers).toHaveLength(3);
  folder.write(WAIVERS, stdout);
  expect(folder.run('.', 'check').status).toBe(1);
  folder.write(WAIVERS, stdout.replaceAll('reason: ""', 'reason: A second owner signs from May on.'));
  expect(folder.run('.', 'check').status).toBe(0);
  expect(readFileSync(join(folder.root, WAIVERS), 'utf8')).toContain('yaml-language-server');
});

test('the commander answers for it and it ends after 90 days, unless somebody says otherwise', () => {
  const command = parse(readFileSync(join(folder.root, 'policies/small/command.yaml'), 'utf8'));
  const [usual] = parse(propose().stdout).waivers;
  expect(usual.owner).toBe(command.commander);
  const days = (Date.parse(usual.expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(88);
  expect(days).toBeLessThan(91);
  const people = parse(readFileSync(join(folder.root, 'policies/small/roles.yaml'), 'utf8')).people;
  const [somebody] = Object.keys(people) as [string];
  const [chosen] = parse(propose('--owner', somebody, '--expires', '2099-12-31').stdout).waivers;
  expect(chosen).toMatchObject({ owner: somebody, expires: '2099-12-31' });
});

test('a sound book has nothing to waive, and nothing is printed', () => {
  const sound = bookFolder();
  const { stdout, stderr, status } = sound.run('.', 'check', '--propose-waivers');
  sound.dispose();
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  expect(stderr).toContain('nothing to waive');
});

test.each([
  ['an owner whom the book does not know', ['--owner', 'nobody'], 'there is no role or person `nobody`'],
  ['a day that does not exist', ['--expires', '2099-02-30'], '`2099-02-30` is no day'],
  ['a day in the past', ['--expires', '2001-01-01'], '`2001-01-01` is no day'],
  ['a form beside it', ['--format', 'json'], 'format'],
])('%s is refused with one sentence', (_, argv, message) => {
  const { stdout, stderr, status } = propose(...argv);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});

test('several books with open findings are waived one at a time', () => {
  for (const room of ['policies', 'runbooks', 'scenarios']) copyBook(room);
  const { stderr, status } = propose();
  expect(status).toBe(2);
  expect(stderr).toContain('--book: other, small');
});

/** The same book once more under another name, with what its manifest says about itself. */
function copyBook(room: string): void {
  const from = join(folder.root, room, 'small');
  if (existsSync(from)) cpSync(from, join(folder.root, room, 'other'), { recursive: true });
  if (room === 'policies') {
    const manifest = readFileSync(join(from, 'book.yaml'), 'utf8');
    folder.write('policies/other/book.yaml', manifest.replace('id: small', 'id: other'));
  }
}
