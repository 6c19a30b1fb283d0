import { expect, test } from 'vitest';
import { loadBook } from '../../model/load-book.ts';
import { MAX_BOOK_BYTES, MAX_FILE_BYTES } from '../../model/source-file.ts';
import { findingsOf, SMALL_BOOK, smallBook } from './small-book.ts';

const FILE = 'policies/small/extra.yaml';
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const withFile = (content: Uint8Array) => findingsOf([...smallBook(), { file: FILE, bytes: content }]);
const withText = (text: string) => findingsOf(smallBook({ [FILE]: text }));

test.each([
  ['an empty file', bytes(''), '1:1 yaml-is-readable: the file is empty'],
  ['a file of comments', bytes('# later\n'), '1:1 yaml-is-readable: the file is empty'],
  [
    'a byte that is no UTF-8',
    bytes('kind: keys\nkeys: {}\n# caf', [0xe9], '\n'),
    '3:6 file-is-readable: this byte is not UTF-8 (save the file with the encoding UTF-8)',
  ],
  [
    'half a character at the end',
    bytes('kind: keys\n# é', [0xc3]),
    '2:4 file-is-readable: this byte is not UTF-8 (save the file with the encoding UTF-8)',
  ],
  [
    'an overlong slash',
    bytes('# ', [0xc0, 0xaf]),
    '1:3 file-is-readable: this byte is not UTF-8 (save the file with the encoding UTF-8)',
  ],
  [
    'half of a surrogate pair',
    bytes('# ', [0xed, 0xa0, 0x80]),
    '1:3 file-is-readable: this byte is not UTF-8 (save the file with the encoding UTF-8)',
  ],
  [
    'UTF-16',
    Uint8Array.from(Buffer.from('\ufeffkind: keys', 'utf16le')),
    '1:1 file-is-readable: this byte is not UTF-8 (save the file with the encoding UTF-8)',
  ],
  ['a null byte', bytes('kind: ke', [0], 'ys'), '1:9 file-is-readable: U+0000 is a control character'],
  [
    'a list',
    bytes('- kind: keys\n'),
    '1:1 document-fits-its-schema: a document is a mapping that says its `kind` (begin with `kind: runbook`)',
  ],
  [
    'a word',
    bytes('keys\n'),
    '1:1 document-fits-its-schema: a document is a mapping that says its `kind` (begin with `kind: runbook`)',
  ],
])('%s is one finding', (_, content, finding) => {
  expect(withFile(content)).toEqual([`${FILE}:${finding}`]);
});

test('a byte order mark is read over', () => {
  const [file, text] = [...SMALL_BOOK][0] as [string, string];
  expect(findingsOf(smallBook({ [file]: `\ufeff${text}` }))).toEqual([]);
});

test('line ends of Windows change nothing but the bytes', () => {
  const windows = Object.fromEntries(
    [...SMALL_BOOK].map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
  );
  expect(findingsOf(smallBook(windows))).toEqual([]);
  const broken = windows['policies/small/roles.yaml']?.replace('held_by: web', 'held_by: wob') as string;
  expect(findingsOf(smallBook({ ...windows, 'policies/small/roles.yaml': broken }))[0]).toContain(
    'roles.yaml:14:14',
  );
});

test('aliases that explode are refused where they begin to', () => {
  const levels = Array.from(
    { length: 9 },
    (_, i) =>
      `${'abcdefghi'[i + 1]}: &${'abcdefghi'[i + 1]} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`,
  );
  const laughs = [
    'kind: keys',
    'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
    ...levels.slice(0, 8),
  ].join('\n');
  const [first] = withText(laughs);
  expect(first).toMatch(
    /^policies\/small\/extra\.yaml:\d+:\d+ yaml-is-readable: aliases add more than 10000 nodes to this file$/,
  );
});

test('aliases that only nest are refused as well', () => {
  const chain = Array.from({ length: 80 }, (_, i) => `k${i}: &k${i} [${i === 0 ? 'x' : `*k${i - 1}`}]`);
  expect(withText(['kind: keys', ...chain].join('\n'))[0]).toContain(
    'aliases nest deeper than 64 levels here',
  );
});

test.each([
  ['brackets', '['.repeat(500_000)],
  ['closed brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['braces', '{a: '.repeat(200_000)],
  ['dashes on one line', '- '.repeat(300_000)],
  ['question marks', '? '.repeat(300_000)],
  ['indentation', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
])('nesting by %s ends at 64 levels and not in a stack overflow', (_, text) => {
  const findings = withText(text);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain('yaml-is-readable: lists and mappings nest deeper than 64 levels here');
});

test('a file of 40,000 keys is read in linear time', () => {
  const text = `kind: keys\nkeys:\n${Array.from({ length: 40_000 }, (_, i) => `  k${i.toString(36)}:`).join('\n')}`;
  const findings = withText(text);
  expect(findings).toHaveLength(101);
  expect(findings).toContainEqual(expect.stringContaining('39900 more findings in this file are not shown'));
});

test('a million slips in one file are counted, not listed', () => {
  expect(withText('"'.repeat(500_000)).length).toBeLessThanOrEqual(101);
  expect(withText('{}'.repeat(100_000)).length).toBeLessThanOrEqual(101);
});

test('a file and a book that are too large are refused', () => {
  const large = { file: FILE, bytes: new Uint8Array(MAX_FILE_BYTES + 1) };
  expect(findingsOf([...smallBook(), large])).toEqual([
    `${FILE}:1:1 file-is-readable: not read: it has 1048577 bytes, at most 1048576 are (a document holds one procedure or one kind of policy: split it)`,
  ]);
  const many = Array.from({ length: MAX_BOOK_BYTES / MAX_FILE_BYTES + 2 }, (_, i) => ({
    file: `runbooks/small/r${i}.yaml`,
    bytes: new Uint8Array(MAX_FILE_BYTES).fill(0x23),
  }));
  expect(
    findingsOf(many).filter((finding) => finding.includes('more than 67108864 bytes together')),
  ).toHaveLength(2);
});

test('a book without a manifest says so, and one without anything too', () => {
  const expected =
    'policies/small/book.yaml:1:1 book-has-a-manifest: the book `small` has no manifest (write a document with `kind: book`)';
  expect(findingsOf(smallBook({ 'policies/small/book.yaml': undefined }))).toContain(expected);
  expect(findingsOf([])).toEqual([expected]);
});

test('a file that cannot be read hides what it may declare: nothing that refers to it is called dangling', () => {
  const text = SMALL_BOOK.get('policies/small/roles.yaml') as string;
  const findings = findingsOf(smallBook({ 'policies/small/roles.yaml': text.replace('teams:', '\tteams:') }));
  expect(findings).toEqual([
    'policies/small/roles.yaml:16:1 yaml-is-readable: a tab stands in the indentation (indent with spaces)',
  ]);
  const half = findingsOf(
    smallBook({ 'policies/small/roles.yaml': text.replace('\nroles:\n', '\nroles: "\n') }),
  );
  expect(half.filter((finding) => !finding.includes('yaml-is-readable'))).toEqual([]);
  const refused = { file: 'policies/small/roles.yaml', refused: 'permission denied' };
  const others = smallBook({ 'policies/small/roles.yaml': undefined });
  expect(loadBook([...others, refused], 'small').findings.map(({ message }) => message)).toEqual([
    'permission denied',
  ]);
});

test('text that is meant to make guessing slow is not guessed at', () => {
  const digits = '1'.repeat(400_000);
  const spaces = `5m${' '.repeat(400_000)}x`;
  for (const value of [digits, spaces, `${'a-'.repeat(200_000)}!`]) {
    const text = (SMALL_BOOK.get('runbooks/small/shop-down.yaml') as string)
      .replace('takes: 1m..5m', `takes: "${value}"`)
      .replace('by: engineer', `by: "${value}"`)
      .replace('within: {by: 30m, from: opened}', `within: "${value.slice(0, 100_000)}"`);
    for (const finding of findingsOf(smallBook({ 'runbooks/small/shop-down.yaml': text })))
      expect(finding.length).toBeLessThan(400);
  }
});
