import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { type BookFolder, bookFolder } from './book-folder.ts';
import { reportSchemas } from './reporters/report-schemas.ts';

const FIXTURES = 'test/fixtures/contract';
const SHEET = 'policies/small/verifier-codes.yaml';
const REGISTRY = 'policies/small/registry.yaml';
const PAGE = 'docs/codes.md';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // each claim starts the program several times

let folder: BookFolder;
let page: string | undefined;
beforeEach(() => {
  folder = bookFolder('small');
  cpSync(join(FIXTURES, 'world'), folder.root, { recursive: true });
  folder.write('crate/src/lib.rs', readFileSync(join(FIXTURES, 'verifier-crate/src/lib.rs')));
  folder.write('include/verifier.h', readFileSync(join(FIXTURES, 'verifier.h')));
  folder.write('target/idl/hook.json', readFileSync(join(FIXTURES, 'transfer-hook.json')));
  if (page === undefined) folder.run('.', 'codes', '--write');
  else folder.write(PAGE, page);
  page ??= readFileSync(join(folder.root, PAGE), 'utf8');
  return () => folder.dispose();
});

const read = (file: string) => readFileSync(join(folder.root, file), 'utf8');
const edit = (file: string, from: string, to: string) => {
  expect(read(file)).toContain(from);
  folder.write(file, read(file).replace(from, to));
};

test('a repository in step is one line a contract and exit 0, with or without --check', () => {
  const { status, stdout, stderr } = folder.run('.', 'codes', '--check');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toEqual([
    '✓ in-typescript 1.0.0  6 codes: declared 6, documented 6, has a vector 6, returned 6, handled 6',
    '✓ in-rust       1.0.0  6 codes: declared 6, documented 6, has a vector 6, returned 6, handled 6',
    '✓ in-a-header   1.0.0  6 codes: declared 6, documented 6, has a vector 6, returned not asked, handled 6',
    '✓ in-an-idl     1.0.0  6 codes: declared 6, documented 6, has a vector not asked, returned not asked, handled 6',
  ]);
  expect(folder.run('src', 'codes').stdout).toBe(stdout);
});

test('--check prints what would change on a page and writes nothing; --write mends it and keeps the rest', () => {
  edit(PAGE, 'no public keys provided', 'too few keys');
  folder.write(PAGE, `${read(PAGE)}\nWritten by a person.\n`);
  const spoilt = read(PAGE);
  const checked = folder.run('.', 'codes', '--check');
  expect(checked.status).toBe(1);
  expect(checked.stdout).toMatch(/^ {2}-\| -2 .*too few keys/m);
  expect(checked.stdout).toMatch(/^ {2}\+\| -2 .*no public keys provided/m);
  expect(read(PAGE)).toBe(spoilt);
  const written = folder.run('.', 'codes', '--write');
  expect(written.status).toBe(0);
  expect(written.stdout).toContain(`wrote ${PAGE}`);
  expect(read(PAGE)).toContain('Written by a person.');
  expect(folder.run('.', 'codes').status).toBe(0);
});

test('--format github adds the ladder and the findings to the summary of the job', () => {
  edit('src/verify.ts', 'return noKeys.code;', 'return -2;');
  const summary = join(folder.root, 'summary.md');
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary);
  folder.run('.', 'codes', '--format', 'github');
  folder.run('.', 'codes');
  vi.unstubAllEnvs();
  expect(readFileSync(summary, 'utf8').match(/^### .*$/gm)).toEqual(['### ❌ Codes: 1 finding']);
  expect(readFileSync(summary, 'utf8')).toMatch(/\| ✅ \| in-rust \| 1\.0\.0 \| 6 \| 6 \|/);
  expect(readFileSync(summary, 'utf8')).toMatch(/\| <code>src\/verify\.ts:\d+<\/code> \|/);
});

test('what drifts is exit 1, and every format shows file and line', () => {
  edit('src/verify.ts', 'return noKeys.code;', 'return -2;');
  const place = /^src\/verify\.ts:\d+:\d+/m;
  expect(folder.run('.', 'codes').stdout).toMatch(place);
  expect(folder.run('.', 'codes', '--format', 'oneline').stdout).toMatch(place);
  const github = folder.run('.', 'codes', '--format', 'github');
  expect(github.stdout).toMatch(
    /^::error file=src\/verify\.ts,line=\d+,col=\d+,title=return-names-its-code::/,
  );
  expect(github.status).toBe(1);
});

test('--json holds the state of every contract, and no path of this machine', () => {
  folder.remove('src/verify.ts');
  const { status, stdout } = folder.run('.', 'codes', '--json');
  const report = JSON.parse(stdout) as { contracts: Record<string, unknown>[]; findings: { rule: string }[] };
  expect(status).toBe(1);
  expect(report.findings.map(({ rule }) => rule)).toEqual(['contract-source-is-readable']);
  expect(report.contracts[0]).toMatchObject({
    book: 'small',
    id: 'in-typescript',
    version: '1.0.0',
    ladder: null,
  });
  expect(reportSchemas()('codes', report)).toEqual([]);
  expect(report.contracts[1]).toMatchObject({ ladder: { codes: 6, rungs: { returned: 6 } } });
  expect(stdout).not.toContain(folder.root);
});

test('a book that cannot be put together is exit 2, and so is a base that nobody knows', () => {
  expect(folder.run('.', 'codes', '--base', 'v0.0.0')).toMatchObject({ status: 2, stdout: '' });
  folder.write('recorded.json', '{"contracts": [1]}');
  expect(folder.run('.', 'codes', '--base', 'recorded.json').stderr).toContain(
    'is not what `codes --json` prints',
  );
  edit(SHEET, 'name: verified', 'nme: verified');
  expect(folder.run('.', 'codes')).toMatchObject({ status: 2, stdout: '' });
});

test('a book without a registry measures nothing: exit 4', () => {
  folder.remove(REGISTRY);
  const { status, stderr } = folder.run('.', 'codes');
  expect({ status, stderr }).toEqual({
    status: 4,
    stderr: 'nothing was measured: no book here has a code registry\n',
  });
});

const git = (...argv: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...argv], { cwd: folder.root });

/** Commits the plain state, then gives `no-keys` another meaning wherever it stands. */
function changeMeaning(): void {
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  for (const file of [SHEET, 'src/codes.ts', 'src/verify.ts', 'crate/src/lib.rs', 'include/verifier.h'])
    folder.write(file, read(file).replace(/no public keys provided/gi, 'Fewer than two thirds of the keys'));
}

const raised = (...argv: string[]) => {
  const { stdout } = folder.run('.', 'codes', '--format', 'oneline', ...argv);
  return stdout.split('\n').filter((line) => line.includes('version-is-raised')).length;
};

test('a change is measured against the last commit when nothing is named', () => {
  changeMeaning();
  expect(raised()).toBe(3);
  git('commit', '-qam', 'second');
  expect(raised()).toBe(0);
});

test('a change is measured against a named commit, until the version says what it is', () => {
  changeMeaning();
  git('commit', '-qam', 'second');
  expect(raised('--base', 'HEAD~1')).toBe(3);
  const majors = /(in-(?:typescript|rust|a-header):\n.*\n {4}version: )1/g;
  folder.write(REGISTRY, read(REGISTRY).replace(majors, '$12'));
  expect(raised('--base', 'HEAD~1')).toBe(0);
});

test('a change is measured against what --json printed', () => {
  folder.write('codes-1.json', folder.run('.', 'codes', '--json').stdout);
  changeMeaning();
  expect(raised('--base', 'codes-1.json')).toBe(3);
  const changed = JSON.parse(folder.run('.', 'codes', '--json').stdout);
  expect(reportSchemas()('codes', changed)).toEqual([]);
  expect(changed.contracts[0].changes).toMatchObject([{ kind: 'meaning-changed', level: 'major' }]);
  expect(changed.contracts[0].page.diff.join('\n')).toContain('Fewer than two thirds');
});

test('a sheet that has moved since is found where it stood', () => {
  changeMeaning();
  folder.write('policies/small/moved.yaml', read(SHEET));
  folder.remove(SHEET);
  folder.write(REGISTRY, read(REGISTRY).replaceAll('verifier-codes', 'moved'));
  expect(raised()).toBe(3);
});

test('a path of the registry that leads out of the repository by a link is not followed', () => {
  execFileSync('ln', ['-sf', '/etc/hostname', join(folder.root, 'target/idl/hook.json')]);
  const { status, stdout } = folder.run('.', 'codes', '--format', 'oneline');
  expect(status).toBe(1);
  expect(stdout).toMatch(/`target\/idl\/hook\.json` cannot be read/);
});
