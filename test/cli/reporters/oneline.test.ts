import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneline } from '../../../cli/reporters/oneline.ts';
import { text } from '../../../cli/reporters/text.ts';
import { AROUND, anyReport } from './some-report.ts';

test('whatever a book says, a finding is one line that starts with its place and ends with its rule', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const lines = oneline(report, AROUND).split(/[\n\r\u2028\u0085]/);
      expect(lines.pop()).toBe('');
      expect(lines).toHaveLength(report.findings.length);
      for (const [index, { line, column, rule }] of report.findings.entries()) {
        expect(lines[index]).toMatch(/^policies\/small\//);
        expect(lines[index]).toContain(`:${line}:${column}: `);
        expect(lines[index]?.endsWith(`[${rule}]`)).toBe(true);
      }
    }),
  );
});

test('no text of a book makes a line of its own, nor a workflow command, in what a person reads', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const shown = text(report, { ...AROUND, line: () => '::error::x ##[error]x' });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
      for (const line of shown.split('\n')) {
        expect(line).toMatch(/^( {2}|policies\/small\/|[✗✓] |$)/);
        expect(line).not.toMatch(/^\s*::|##\[/);
      }
    }),
  );
});
