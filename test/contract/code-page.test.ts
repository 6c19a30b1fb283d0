import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { lineDiff } from '../../contract/line-diff.ts';
import { markedPart, samePart, withMarkedPart } from '../../contract/marked-part.ts';

const line = fc.stringMatching(/^[a-z |$&`\\]{0,20}$/);
const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));

test.prop([text, text])(
  'what is written between the marks is read back, whatever stands around it',
  (page, part) => {
    const written = withMarkedPart(page, 'some-contract', part);
    expect(markedPart(written, 'some-contract')?.text).toBe(part);
    expect(withMarkedPart(written, 'some-contract', part)).toBe(written);
    expect(withMarkedPart(withMarkedPart(page, 'some-contract', 'old'), 'some-contract', part)).toBe(written);
  },
);

test.prop([text, text])('parts of two contracts share a page', (one, other) => {
  const page = withMarkedPart(withMarkedPart('# Codes', 'a', one), 'a-b', other);
  expect([markedPart(page, 'a')?.text, markedPart(page, 'a-b')?.text]).toEqual([one, other]);
});

test.prop([text, text])('the signed lines of a difference are what goes and what comes', (before, after) => {
  const diff = lineDiff(before, after);
  const count = (sign: string) => diff.filter((each) => each.startsWith(sign)).length;
  const lines = (each: string) => (each === '' ? 0 : each.split('\n').length);
  expect(count('+') - count('-')).toBe(after.split('\n').length - lines(before));
  if (before === after && before !== '') expect(diff).toEqual([]);
});

test('a padded table is the same part, another cell is not', () => {
  expect(samePart('| 1 | fine |\n|---|---|', '| 1   | fine. |\n|-----|------|')).toBe(true);
  expect(samePart('| 1 | fine |', '| 2 | fine |')).toBe(false);
});
