import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { lineDiff } from '../../../publish/parts/line-diff.ts';
import { type Mark, marksIn } from '../../../publish/parts/mark.ts';
import { markedPart, withMarkedPart, withoutMarkedPart } from '../../../publish/parts/marked-part.ts';
import { mendedPage, stalePart } from '../../../publish/parts/stale-part.ts';

const line = fc.stringMatching(/^[a-z |$&`\\]{0,20}$/);
const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));
const mark = (name: string, kind = 'codes'): Mark => ({ kind, name, command: 'drillbook codes --write' });
const A = mark('a');
const B = mark('a-b');

test.prop([text, text])(
  'what is written between the marks is read back, whatever stands around it',
  (page, part) => {
    const written = withMarkedPart(page, A, part);
    expect(markedPart(written, A)?.text).toBe(part);
    expect(withMarkedPart(written, A, part)).toBe(written);
    expect(withMarkedPart(withMarkedPart(page, A, 'old'), A, part)).toBe(written);
    expect(markedPart(written.replaceAll('\n', '\r\n'), A)?.text).toBe(part);
  },
);

test.prop([text, text, fc.boolean()])(
  'parts whose names begin alike share a page, in either order',
  (one, other, isTurned) => {
    const parts: [Mark, string][] = [
      [A, one],
      [B, other],
    ];
    const order = isTurned ? parts.toReversed() : parts;
    const page = order.reduce((written, [each, part]) => withMarkedPart(written, each, part), '# Codes');
    expect([markedPart(page, A)?.text, markedPart(page, B)?.text]).toEqual([one, other]);
    expect(marksIn(page, 'codes')).toEqual(order.map(([{ name }]) => name));
    expect(marksIn(page, 'docs')).toEqual([]);
  },
);

test.prop([text, text])(
  'a part that is taken out leaves the rest of the page, and of nothing else nothing',
  (rest, part) => {
    expect(withoutMarkedPart(withMarkedPart('', A, part), A)).toBe('');
    const page = withMarkedPart(withMarkedPart('# Codes', A, part), B, rest);
    expect(withoutMarkedPart(page, A)).toBe(withMarkedPart('# Codes', B, rest));
  },
);

test('a part is found under another command, and not in the middle of a line', () => {
  const old = withMarkedPart('', { ...A, command: 'make docs' }, 'x');
  expect(markedPart(old, A)?.text).toBe('x');
  expect(markedPart(`see ${old}`, A)).toBeUndefined();
});

test.prop([text, text])('the signed lines of a difference are what goes and what comes', (before, after) => {
  const diff = lineDiff(before, after);
  const count = (sign: string) => diff.filter((each) => each.startsWith(sign)).length;
  const lines = (each: string) => (each === '' ? 0 : each.split('\n').length);
  expect(count('+') - count('-')).toBe(after.split('\n').length - lines(before));
  if (before === after && before !== '') expect(diff).toEqual([]);
});

test('of a long page only what differs is shown, and a difference without end is cut', () => {
  const page = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
  const changed = page.with(4_000, 'another');
  expect(lineDiff(page.join('\n'), changed.join('\n'))).toEqual([
    ' line 3999',
    '-line 4000',
    '+another',
    ' line 4001',
  ]);
  const other = lineDiff('', page.join('\n'));
  expect(other.length).toBeLessThan(500);
  expect(other.at(-1)).toBe('+... 4600 more lines');
});

test.prop([text, text, fc.constantFrom(undefined, '', '# Codes\n')])(
  'what is stale says what it lacks, and is current once it is mended',
  (old, now, base) => {
    const page = base === '# Codes\n' ? withMarkedPart(base, A, old) : base;
    const wanted = { file: 'docs/codes.md', mark: A, text: now, heading: 'Codes' };
    const stale = stalePart(wanted, page);
    const lack = page === undefined ? 'page' : page === '' ? 'part' : old === now ? undefined : 'words';
    expect(stale?.lack).toBe(lack);
    if (stale) {
      const mended = mendedPage(stale, page);
      expect(stalePart(wanted, mended)).toBeUndefined();
      if (base === undefined) expect(mended.startsWith('# Codes\n')).toBe(true);
    }
  },
);
