import type { CheckedContract, CodesReport } from '../codes-report.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { paragraph } from '../reporters/text.ts';
import { plural } from './words.ts';

/** Each finding with its line, what would change in pages, then how far every contract has climbed. */
export function renderCodes(report: CodesReport, surroundings: Surroundings): string {
  const { paint } = surroundings;
  const width = Math.max(0, ...report.contracts.map(({ id }) => id.length));
  return [
    ...codesFindings(report, surroundings),
    ...report.contracts.map(
      (contract) =>
        `${contractMark(contract, paint)} ${paint.bold(contract.id.padEnd(width))} ${contractWords(contract, report.base, paint)}`,
    ),
    ...report.written.map((file) => `${paint.good('✓')} wrote ${file}`),
  ].join('\n');
}

/** Each finding with its line, then what would change in pages. */
export function codesFindings({ findings, contracts }: CodesReport, surroundings: Surroundings): string[] {
  const { paint } = surroundings;
  return [
    ...findings.map((finding) => paragraph(finding, surroundings)),
    ...contracts
      .flatMap(({ page }) => page ?? [])
      .map(({ file, diff }) =>
        [paint.bold(file), ...diff.map((line) => diffLine(line, paint)), ''].join('\n'),
      ),
  ];
}

function diffLine(line: string, paint: Paint): string {
  const text = `  ${printable(line)}`;
  if (line.startsWith('+')) return paint.good(text);
  return line.startsWith('-') ? paint.bad(text) : paint.dim(text);
}

export const contractMark = ({ findings }: CheckedContract, paint: Paint): string =>
  findings === 0 ? paint.good('✓') : paint.bad('✗');

/** The version of a contract, and how far its codes have climbed. */
export function contractWords(contract: CheckedContract, base: string | null, paint: Paint): string {
  const { version, ladder, findings } = contract;
  if (!ladder) return `${version}  not compared: its source cannot be read`;
  const rungs = Object.entries(ladder.rungs).map(([rung, count]) => `${rung} ${count ?? 'not asked'}`);
  const wrong = findings === 0 ? '' : `: ${paint.bad(plural(findings, 'finding'))}`;
  return `${version}  ${plural(ladder.codes, 'code')}: ${rungs.join(', ')}${since(contract, base)}${wrong}`;
}

function since({ before, changes }: CheckedContract, base: string | null): string {
  if (base === null) return '';
  if (before === null) return `; new since ${base}`;
  return changes.length === 0 ? '' : `; ${plural(changes.length, 'change')} since ${base} (${before})`;
}
