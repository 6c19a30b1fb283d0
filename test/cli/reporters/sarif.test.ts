import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../cli/printable.ts';
import { sarif } from '../../../cli/reporters/sarif.ts';
import { sarifSchema } from './sarif-schema.ts';
import { AROUND, anyReport } from './some-report.ts';

interface Log {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    originalUriBaseIds: Record<string, unknown>;
    results: {
      ruleId: string;
      ruleIndex: number;
      message: { text: string };
      partialFingerprints: Record<string, string>;
      locations: {
        physicalLocation: {
          artifactLocation: { uri: string; uriBaseId: string };
          region: { startLine: number; startColumn: number };
        };
      }[];
    }[];
  }[];
}

const violations = sarifSchema();

test('whatever a book says, the log fits the official schema', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(violations(JSON.parse(sarif(report, AROUND)))).toEqual([]);
    }),
  );
  expect(violations({ version: '2.1.0', runs: [{}] })).not.toEqual([]);
});

test('a result leads to its rule, its file from the root of the git repository, and its line', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const [run] = (JSON.parse(sarif(report, AROUND)) as Log).runs;
      expect(run?.results).toHaveLength(report.findings.length);
      for (const [index, { rule, file, line, column, fingerprint }] of report.findings.entries()) {
        const result = run?.results[index];
        const place = result?.locations[0]?.physicalLocation;
        expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(rule);
        expect(result?.ruleId).toBe(rule);
        expect(decodeURIComponent(place?.artifactLocation.uri ?? '')).toBe(`ops/${file}`);
        expect(place?.artifactLocation.uri).toMatch(/^[A-Za-z0-9\-._~!*'()%/]+$/);
        expect(run?.originalUriBaseIds).toHaveProperty(place?.artifactLocation.uriBaseId ?? '');
        expect(place?.region).toEqual({ startLine: line, startColumn: column });
        expect(result?.partialFingerprints).toEqual({ 'drillbook/v1': fingerprint });
      }
    }),
  );
});

test('no text of a book is a placeholder or a link (sections 3.11.5 and 3.11.6)', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const [run] = (JSON.parse(sarif(report, AROUND)) as Log).runs;
      for (const [index, { message, hint }] of report.findings.entries()) {
        const text = run?.results[index]?.message.text ?? '';
        expect(text).not.toMatch(/(?<!\{)(?:\{\{)*\{(?!\{)/);
        expect(text).not.toMatch(/\]\(/);
        const meant = printable(hint === undefined ? message : `${message} (${hint})`);
        expect(text.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', '](')).toBe(
          meant.replaceAll('] (', ']('),
        );
      }
    }),
  );
});
