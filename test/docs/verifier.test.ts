import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCodesModule, contractSections } from '../../scripts/verifier-pages.ts';
import { CONTRACTS } from '../../verifier/contracts.ts';

const PAGE = 'docs/verifier.md';
const MODULE = 'model/generated/check-codes.ts';
const MARKED = /(<!-- contracts:begin -->\n)[\s\S]*?(<!-- contracts:end -->)/;

function current(file: string, wanted: string): void {
  if (process.env['UPDATE_DOCS']) writeFileSync(file, wanted);
  else expect(readFileSync(file, 'utf8'), 'run with UPDATE_DOCS=1 to mend it').toBe(wanted);
}

test('the page of the verifier shows every contract and code as the code has them', () => {
  current(PAGE, readFileSync(PAGE, 'utf8').replace(MARKED, `$1\n${contractSections()}$2`));
});

test('what a book knows of the checks is what the verifier has', () => {
  current(MODULE, checkCodesModule());
});

test('a step may name every check, and no other', () => {
  const schema = JSON.parse(readFileSync('schemas/runbook.schema.json', 'utf8'));
  expect(schema.$defs.step.properties.check.enum).toEqual(Object.keys(CONTRACTS));
});
