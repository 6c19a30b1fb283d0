import type { WantedPart } from '../../publish/parts/stale-part.ts';
import type { CodeTable } from '../../verifier/code-table.ts';
import { CONTRACTS, type Contract, type ContractId } from '../../verifier/contracts.ts';
import { FAILURE_CLASSES } from '../../verifier/ethereum/failure-classes.ts';
import { docsMark } from './docs-mark.ts';

/** In `docs/verifier.md`: every contract with its question, its limits and its codes. */
export const verifierParts = (): WantedPart[] => [
  { file: 'docs/verifier.md', mark: docsMark('contracts'), text: contractSections() },
];

const contractSections = (): string =>
  (Object.entries(CONTRACTS) as [ContractId, Contract][])
    .map(([id, { asks, leaves, table }]) =>
      [
        `### ${id}`,
        '',
        `${asks}`,
        '',
        `**Left to the caller.** ${leaves}`,
        '',
        ...(id === 'beacon' ? classRows() : codeRows(table)),
      ].join('\n'),
    )
    .join('\n\n');

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
