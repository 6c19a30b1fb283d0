import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { linesOfDiff } from '../../cli/mutation/changed-lines.ts';
import { lineDiff } from '../../mutation/line-diff.ts';
import { sampleOf } from '../../mutation/sample.ts';
import { touchedLines } from '../../mutation/touched-lines.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((lines) => lines.join('\n'));

test.prop([text, text])(
  'taking away and adding what a diff says makes the one text of the other',
  (before, after) => {
    const { line, lines } = lineDiff(before, after);
    const source = before.split('\n');
    const gone = lines.filter((each) => !each.startsWith('+')).map((each) => each.slice(1));
    const come = lines.filter((each) => !each.startsWith('-')).map((each) => each.slice(1));
    expect(source.slice(line - 1, line - 1 + gone.length)).toEqual(gone);
    expect(source.toSpliced(line - 1, gone.length, ...come).join('\n')).toBe(after);
  },
);

test('lines that an edit touches are those of the text as it is', () => {
  expect(touchedLines('a\nb\nc', 'a\nx\nc')).toEqual([2]);
  expect(touchedLines('a\nb\nc', 'a\nc')).toEqual([2]);
  expect(touchedLines('a\nc', 'a\nb\nc')).toEqual([1, 2]);
});

test('hunks of a diff without context are read as lines of the files as they are now', () => {
  const diff =
    '--- a.yaml\n+++ a.yaml\n@@ -3 +3,2 @@\n-x\n+y\n+z\n@@ -9,2 +9,0 @@\n--- b.yaml\n+++ b.yaml\t\n@@ -1,0 +2 @@\n+w\n';
  expect([...linesOfDiff(diff)]).toEqual([
    [
      'a.yaml',
      [
        { from: 3, to: 4 },
        { from: 9, to: 10 },
      ],
    ],
    ['b.yaml', [{ from: 2, to: 2 }]],
  ]);
});

const items = Array.from({ length: 50 }, (_, place) => ({ fingerprint: `item-${place}` }));

test.prop([fc.integer({ min: 1, max: 60 }), fc.nat()])(
  'a sample keeps the order and its size, and its seed decides',
  (count, seed) => {
    const sample = sampleOf(items, count, seed);
    expect(sample).toHaveLength(Math.min(count, items.length));
    expect(sample).toEqual(items.filter((item) => sample.includes(item)));
    expect(sampleOf(items.toReversed(), count, seed).toReversed()).toEqual(sample);
  },
);
