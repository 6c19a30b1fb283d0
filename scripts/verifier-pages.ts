import type { CodeTable } from '../verifier/code-table.ts';
import { CONTRACTS, type Contract, type ContractId } from '../verifier/contracts.ts';
import { FAILURE_CLASSES } from '../verifier/ethereum/failure-classes.ts';

const ENTRIES = Object.entries(CONTRACTS) as [ContractId, Contract][];

/** `model/generated/check-codes.ts`: what a book may know of the verifier, which the model does not import. */
export function checkCodesModule(): string {
  const lines = ENTRIES.map(
    ([id, { table }]) =>
      `  ${key(id)}: [${Object.keys(table)
        .map((name) => `'${name}'`)
        .join(', ')}],`,
  );
  return [
    '// Generated from verifier/contracts.ts by scripts/verifier-pages.ts. Do not edit.',
    '/** The names of the codes of every check that a step may name. */',
    'export const CHECK_CODES: Readonly<Record<string, readonly string[]>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

const key = (id: string) => (/^[a-z]+$/.test(id) ? id : `'${id}'`);

/** The part of docs/verifier.md between its markers: every contract with its question, its limits and its codes. */
export function contractSections(): string {
  return ENTRIES.flatMap(([id, { asks, leaves, table }]) => [
    `### ${id}`,
    '',
    `${asks}`,
    '',
    `**Left to the caller.** ${leaves}`,
    '',
    ...(id === 'beacon' ? classRows() : codeRows(table)),
    '',
  ]).join('\n');
}

const codeRows = (table: CodeTable): string[] => [
  '| code | name | verdict | meaning |',
  '|---:|---|---|---|',
  ...Object.entries(table).map(
    ([name, { code, verdict, meaning }]) => `| ${code} | \`${name}\` | ${verdict} | ${meaning} |`,
  ),
];

const classRows = (): string[] => [
  '| code | name | verdict | meaning | what to do | incident |',
  '|---:|---|---|---|---|---|',
  ...Object.entries(FAILURE_CLASSES).map(
    ([name, { code, verdict, meaning, remedy, isIncident }]) =>
      `| ${code} | \`${name}\` | ${verdict} | ${meaning} | ${remedy} | ${isIncident ? 'yes' : 'no'} |`,
  ),
];
