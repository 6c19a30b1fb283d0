import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOneLine } from '../../../cli/printable.ts';
import { markdown } from '../../../cli/reporters/markdown.ts';
import { markdownText } from '../../../cli/reporters/markdown-text.ts';
import { AROUND, anyReport } from './some-report.ts';

const unescaped = (text: string) =>
  text
    .replaceAll('\u2060', '')
    .replaceAll('&#8288;', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

test('whatever a book says, its words carry no markup, no HTML, no link, no mention and no formula', () => {
  fc.assert(
    fc.property(anyReport, ({ findings }) => {
      for (const { message } of findings) {
        const bare = markdownText(message).replaceAll('<code>', '').replaceAll('</code>', '');
        expect(bare.replaceAll(/&#\d+;/g, '')).not.toMatch(/[&<>"|\\`*_[\]~$@#\n\r]/);
        expect(bare).not.toMatch(/:\/\/|www\./i);
        expect(bare).not.toMatch(/&#(64|35);(?!&#8288;)/);
      }
    }),
  );
});

test('a reader sees the words that were written, and code where they stood between backticks', () => {
  const message = 'unknown key `ti|tel` in `<b>` of @all, see https://example.com';
  expect(markdownText(message)).toBe(
    'unknown key <code>ti&#124;tel</code> in <code>&#60;b&#62;</code> of &#64;&#8288;all, see https:&#8288;//example.com',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const shown = unescaped(markdownText(text).replaceAll(/<\/?code>/g, ''));
      expect(shown.replaceAll('`', '')).toBe(inOneLine(text).replaceAll('`', '').replaceAll('\u2060', ''));
    }),
  );
});

test('every row of a table has the cells of its head', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const rows = markdown(report, AROUND)
        .split('\n')
        .filter((line) => line.startsWith('|'));
      const cells = rows.map((row) => row.split(' | ').length);
      expect(cells.filter((count) => count === 7)).toHaveLength(3);
      expect(cells.filter((count) => count === 4)).toHaveLength(
        report.findings.length === 0 ? 0 : report.findings.length + 2,
      );
      expect(cells.filter((count) => count !== 7 && count !== 4)).toEqual([]);
    }),
  );
});

test('a page with thousands of findings stays below the megabyte that GitHub takes', () => {
  const finding = {
    book: 'small',
    rule: 'reference-resolves',
    message: '<'.repeat(5000),
    hint: '|'.repeat(5000),
    file: 'a'.repeat(300),
    line: 1,
    column: 1,
    fingerprint: '000000000000',
  };
  const page = markdown({ version: 1, books: [], findings: Array(5000).fill(finding) }, AROUND);
  expect(Buffer.byteLength(page)).toBeLessThan(1024 * 1024);
  expect(page).toContain('and 4,800 findings more.');
});
