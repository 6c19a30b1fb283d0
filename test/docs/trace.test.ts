import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TRACE_KINDS, TRACE_VERSION } from '../../simulator/run/trace.ts';

const PAGE = 'docs/trace.md';
const MARKED = /(<!-- kinds:begin -->\n)[\s\S]*?(<!-- kinds:end -->)/;

const table = (): string =>
  [
    '| kind | a record says that |',
    '|---|---|',
    ...Object.entries(TRACE_KINDS).map(([kind, says]) => `| \`${kind}\` | ${says} |`),
  ].join('\n');

test('the page lists every kind of record, and names the version that is written', () => {
  const before = readFileSync(PAGE, 'utf8');
  const after = before.replace(MARKED, `$1${table()}\n$2`);
  if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, after);
  else expect(before, 'run with UPDATE_DOCS=1 to mend the page').toBe(after);
  expect(before).toContain(`"version": ${TRACE_VERSION}`);
});
