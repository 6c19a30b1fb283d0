import { expect, test } from 'vitest';
import { docRows } from '../../contract/doc-rows.ts';

const rowsOf = (text: string) =>
  docRows(text.split('\n').map((line, index) => ({ text: line, file: 'x', line: index + 1, column: 1 }))).map(
    ({ number, meaning }) => [number, meaning],
  );

test.each([
  ['1  fine\n0  bad'],
  ['- 1 fine\n- 0 bad'],
  ['* `1`: fine\n* `0`: bad'],
  ['\u2022  1  fine\n\u2022  0  bad'],
  ['| 1 | fine |\n| 0 | bad |'],
  ['| code | meaning |\n|---|---|\n| 1 | fine |\n| 0 | bad |'],
  ['1 = fine\n0 = bad'],
  ['  1 \u2014 fine\n\n  0 \u2014 bad'],
  ['**1** fine\n**0** bad'],
])('rows are found in %j', (text) => {
  expect(rowsOf(text)).toEqual([
    [1, 'fine'],
    [0, 'bad'],
  ]);
});

test('a dash before a number is a minus, a dash with a space the mark of a list', () => {
  expect(rowsOf('-1 one\n- 2 two\n\u22123 three\n- -4 four')).toEqual([
    [-1, 'one'],
    [2, 'two'],
    [-3, 'three'],
    [-4, 'four'],
  ]);
});

test('prose that happens to begin with a number is no row', () => {
  expect(rowsOf('It takes 512 keys of\n48 bytes each, and a signature of\nmany bytes.')).toEqual([]);
});

test('a row goes on in indented lines and ends with its group', () => {
  expect(rowsOf('-1  not\n    96 bytes\n-2  none\n\nAnd so on.')).toEqual([
    [-1, 'not 96 bytes'],
    [-2, 'none'],
  ]);
});

test.each([
  '- `-1`: not\n  48 bytes\n- `-2`: none',
  '-1  not\n    48 bytes\n-2  none',
  '* `-1`  not\n  48 bytes\n* `-2`  none',
])('a number at the head of a line that goes on is no code: %j', (text) => {
  expect(rowsOf(text)).toEqual([
    [-1, 'not 48 bytes'],
    [-2, 'none'],
  ]);
});

test('a number that is part of a word is no code', () => {
  expect(rowsOf('48-byte slices\n96-byte points')).toEqual([]);
});

test('numbers may be set flush right', () => {
  expect(rowsOf('  1  one\n  0  none\n-10  ten')).toEqual([
    [1, 'one'],
    [0, 'none'],
    [-10, 'ten'],
  ]);
});
