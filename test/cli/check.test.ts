import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../rules/all.ts';
import { type BookFolder, bookFolder } from './book-folder.ts';

let folder: BookFolder;
beforeEach(() => {
  folder = bookFolder();
});
afterEach(() => folder.dispose());

/** What `check --format oneline` prints, a finding a line. */
function findings(): string[] {
  const { stdout, stderr, status } = folder.run('.', 'check', '--format', 'oneline');
  expect(stderr).toBe('');
  expect(status).toBe(1);
  return stdout.trimEnd().split('\n');
}

const EXTRA = 'policies/small/extra.yaml';

describe('a sound book', () => {
  test.each(['.', 'policies', 'policies/small', 'runbooks/small'])(
    'passes from %s and says what was checked',
    (where) => {
      const { status, stdout, stderr } = folder.run(where, 'check');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toBe(
        `✓ small  15 files (13 policies, 1 runbook, 1 scenario) fit their schemas, 94 references resolve, ${ALL_RULES.length} rules hold\n`,
      );
    },
  );

  test('prints nothing in the forms that only list findings', () => {
    for (const format of ['oneline', 'github'])
      expect(folder.run('.', 'check', '--format', format).stdout.trim()).toBe('');
  });

  test('prints a versioned report for programs', () => {
    const { stdout, status } = folder.run('.', 'check', '--json');
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(report)).toEqual(['version', 'books', 'findings']);
    expect(report).toMatchObject({
      version: 1,
      findings: [],
      books: [{ id: 'small', files: 15, references: 94, rules: ALL_RULES.length, findings: 0 }],
    });
    expect(folder.run('.', 'check', '--format', 'json').stdout).toBe(stdout);
  });
});

describe('a finding', () => {
  beforeEach(() => {
    folder.write(
      EXTRA,
      'kind: keys\nkeys:\n  api-key: {titel: API key, label: K-1, source: {section: "1"}}\n',
    );
  });

  test('shows its line with a caret, a hint, and the sum', () => {
    const { status, stdout } = folder.run('.', 'check');
    expect(status).toBe(1);
    expect(stdout).toBe(
      [
        'policies/small/extra.yaml:3:13  document-fits-its-schema',
        '  unknown key `titel` in `api-key`',
        '  hint: did you mean `title`?',
        '    2 | keys:',
        '  > 3 |   api-key: {titel: API key, label: K-1, source: {section: "1"}}',
        '      |             ^^^^^',
        '',
        '✗ small  1 finding in 16 files (14 policies, 1 runbook, 1 scenario); rules are asked once these are mended',
        '',
      ].join('\n'),
    );
  });

  test('is an annotation for GitHub', () => {
    expect(folder.run('.', 'check', '--format', 'github').stdout).toBe(
      '::error file=policies/small/extra.yaml,line=3,col=13,title=document-fits-its-schema::unknown key `titel` in `api-key` (did you mean `title`?)\n',
    );
  });

  test('is data with nothing of this machine', () => {
    const { stdout, status } = folder.run('runbooks', 'check', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toEqual([
      {
        book: 'small',
        rule: 'document-fits-its-schema',
        message: 'unknown key `titel` in `api-key`',
        hint: 'did you mean `title`?',
        file: 'policies/small/extra.yaml',
        line: 3,
        column: 13,
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    ]);
    expect(stdout).not.toContain(folder.root);
    expect(stdout).not.toContain(homedir());
  });

  test('keeps its fingerprint when lines move', () => {
    const before = JSON.parse(folder.run('.', 'check', '--json').stdout).findings[0];
    folder.write(
      EXTRA,
      '# moved\n\nkind: keys\nkeys:\n  other: {title: O, label: K-2, source: {section: "1"}}\n  api-key: {titel: API key, label: K-1, source: {section: "1"}}\n',
    );
    const after = JSON.parse(folder.run('.', 'check', '--json').stdout).findings[0];
    expect(after.line).toBe(6);
    expect(after.fingerprint).toBe(before.fingerprint);
  });

  test('of a rule is shown like any other', () => {
    folder.remove(EXTRA);
    folder.write(
      'policies/small/groups.yaml',
      'kind: groups\ngroups:\n  owners: {title: Owners, of: 1, at_least: 2, source: {section: "3"}}\n',
    );
    expect(findings()).toEqual([
      'policies/small/authorities.yaml:9:35: 2 signatures of `owners` are asked for, there is 1 seat [quorum-can-be-met]',
      'policies/small/groups.yaml:3:44: 2 signatures of `owners` are asked for, there is 1 seat [quorum-can-be-met]',
      'policies/small/invariants.yaml:6:39: 2 signatures of `owners` are asked for, there is 1 seat [quorum-can-be-met]',
    ]);
  });
});

describe('a file that cannot be read is a finding, and so is every other mistake', () => {
  const bad: [string, (file: string) => void, string][] = [
    [
      'a folder called x.yaml',
      (file) => mkdirSync(join(folder.root, file)),
      'a folder, not a file (give the folder another name)',
    ],
    [
      'a file of 50 MB',
      (file) => folder.write(file, new Uint8Array(50_000_000)),
      'not read: it has 50000000 bytes, at most 1048576 are (a document holds one procedure or one kind of policy: split it)',
    ],
    ['a pipe', (file) => execFileSync('mkfifo', [join(folder.root, file)]), 'no regular file'],
    [
      'a link that leads to itself',
      (file) => symlinkSync('extra.yaml', join(folder.root, file)),
      'a symbolic link that leads nowhere: it leads to itself',
    ],
    [
      'a link to nothing',
      (file) => symlinkSync('none.yaml', join(folder.root, file)),
      'a symbolic link that leads nowhere: there is nothing',
    ],
    [
      'a link out of the repository',
      (file) => symlinkSync('/etc/hostname', join(folder.root, file)),
      'a symbolic link that leads out of the repository',
    ],
    [
      'a link to a folder',
      (file) => symlinkSync('..', join(folder.root, file)),
      'a symbolic link to a folder, which is not followed',
    ],
    [
      'invalid UTF-8',
      (file) => folder.write(file, Uint8Array.of(0x23, 0xff)),
      'this byte is not UTF-8 (save the file with the encoding UTF-8)',
    ],
  ];

  test.each(bad)('%s', (_, spoil, message) => {
    spoil(EXTRA);
    const rule = message.startsWith('this byte') ? ':1:2' : ':1:1';
    expect(findings()).toEqual([`${EXTRA}${rule}: ${message} [file-is-readable]`]);
  });

  test('a link to another file of the repository is read', () => {
    symlinkSync('../../shared.yaml', join(folder.root, EXTRA));
    folder.write(
      'shared.yaml',
      'kind: keys\nkeys: {one: {title: O, label: K-1, compromised: shop-down, source: {section: "1"}}}\n',
    );
    expect(folder.run('.', 'check').status).toBe(0);
  });

  test('a folder that two others link to each other is not walked for ever', () => {
    mkdirSync(join(folder.root, 'runbooks/small/a'));
    symlinkSync('..', join(folder.root, 'runbooks/small/a/b'));
    expect(findings()).toEqual([
      'runbooks/small/a/b:1:1: a symbolic link to a folder, which is not followed [file-is-readable]',
    ]);
  });

  test('mistakes in several files are all shown, by file and line', () => {
    folder.write(EXTRA, 'kind: keys\nkeys: {}\nkeys: {}\n');
    folder.write('runbooks/small/empty.yaml', '');
    folder.write('runbooks/small/tabs.yaml', 'kind: runbook\n\tid: tabs\n');
    expect(findings()).toEqual([
      'policies/small/extra.yaml:3:1: `keys` stands here twice, first on line 2 [key-stands-once]',
      'runbooks/small/empty.yaml:1:1: the file is empty [yaml-is-readable]',
      'runbooks/small/tabs.yaml:2:1: a tab stands in the indentation (indent with spaces) [yaml-is-readable]',
    ]);
  });

  test('a runbook in a folder that is no book is not passed over', () => {
    folder.write('runbooks/smal/more.yaml', 'kind: runbook\n');
    folder.write('runbooks/lost.yaml', 'kind: runbook\n');
    expect(findings()).toEqual([
      'runbooks/lost.yaml:1:1: this file belongs to no book (move it into a folder of runbooks/) [document-stands-in-its-folder]',
      'runbooks/smal:1:1: there is no book `smal` (did you mean `small`?) [document-stands-in-its-folder]',
    ]);
  });

  test('no text of a file steers the terminal', () => {
    folder.write(EXTRA, 'kind: "\\e[31mkeys\\u202e"\n');
    const { stdout } = folder.run('.', 'check');
    expect(stdout).toContain('there is no kind of document `\\u001B[31mkeys\\u202E`');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('several books', () => {
  beforeEach(() => {
    folder.write('policies/other/book.yaml', 'kind: book\nid: another\n');
  });

  test('are all checked, unless one is picked or stood in', () => {
    const ids = (where: string, ...argv: string[]) =>
      JSON.parse(folder.run(where, 'check', '--json', ...argv).stdout).books.map(
        ({ id }: { id: string }) => id,
      );
    expect(ids('.')).toEqual(['other', 'small']);
    expect(ids('.', '--book', 'small')).toEqual(['small']);
    expect(ids('scenarios/small')).toEqual(['small']);
    expect(ids('policies/small', '-b', 'other')).toEqual(['other']);
  });

  test('one that fails fails the run, one that passes alone passes', () => {
    expect(folder.run('.', 'check').status).toBe(1);
    expect(folder.run('.', 'check', '--book', 'small').status).toBe(0);
  });

  test('an unknown one cannot be checked', () => {
    const { status, stdout, stderr } = folder.run('.', 'check', '--book', 'smal');
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: there is no book `smal`\nhint: did you mean `small`?\n',
    });
  });
});

describe('nothing to check', () => {
  test('a folder without a book is an error of the operator', () => {
    const empty = bookFolder('');
    const { status, stderr } = empty.run('.', 'check');
    empty.dispose();
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error: there is no book here: no policies/<book>/book.yaml in this folder or above it\nhint: change to the folder that holds policies/ and runbooks/\n',
    );
  });

  test('a book with a manifest and nothing else is never a success', () => {
    for (const file of ['runbooks', 'scenarios']) folder.remove(file);
    const manifest = execFileSync('cat', [join(folder.root, 'policies/small/book.yaml')]);
    folder.remove('policies/small');
    folder.write('policies/small/book.yaml', manifest);
    const { status, stdout } = folder.run('.', 'check');
    expect(status).toBe(4);
    expect(stdout).toBe(
      '? small  1 file (1 policy, 0 runbooks, 0 scenarios): nothing to check, the book has no policy and no runbook\n',
    );
  });
});
