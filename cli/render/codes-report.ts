import type { CheckedContract, CodesReport } from '../codes-report.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { paragraph } from '../reporters/text.ts';
import { plural } from './words.ts';

/** Each finding with its line, what would change in pages, then how far every contract has climbed. */
export function renderCodes(report: CodesReport, surroundings: Surroundings): string {
  const { paint } = surroundings;
  const pages = report.contracts.flatMap(({ page }) => page ?? []);
  const width = Math.max(0, ...report.contracts.map(({ id }) => id.length));
  return [
    ...report.findings.map((finding) => paragraph(finding, surroundings)),
    ...pages.map(({ file, diff }) =>
      [paint.bold(file), ...diff.map((line) => diffLine(line, paint)), ''].join('\n'),
    ),
    ...report.contracts.map((contract) => contractLine(contract, report.base, width, paint)),
    ...report.written.map((file) => `${paint.good('✓')} wrote ${file}`),
  ].join('\n');
}

function diffLine(line: string, paint: Paint): string {
  const text = `  ${printable(line)}`;
  if (line.startsWith('+')) return paint.good(text);
  return line.startsWith('-') ? paint.bad(text) : paint.dim(text);
}

function contractLine(contract: CheckedContract, base: string | null, width: number, paint: Paint): string {
  const { id, version, ladder, findings } = contract;
  const mark = findings === 0 ? paint.good('✓') : paint.bad('✗');
  const head = `${mark} ${paint.bold(id.padEnd(width))} ${version}`;
  if (!ladder) return `${head}  not compared: its source cannot be read`;
  const rungs = Object.entries(ladder.rungs).map(([rung, count]) => `${rung} ${count ?? 'not asked'}`);
  const wrong = findings === 0 ? '' : `: ${paint.bad(plural(findings, 'finding'))}`;
  return `${head}  ${plural(ladder.codes, 'code')}: ${rungs.join(', ')}${since(contract, base)}${wrong}`;
}

function since({ before, changes }: CheckedContract, base: string | null): string {
  if (base === null) return '';
  if (before === null) return `; new since ${base}`;
  return changes.length === 0 ? '' : `; ${plural(changes.length, 'change')} since ${base} (${before})`;
}
