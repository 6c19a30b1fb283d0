import type { Score } from '../../model/generated/mutation-score.ts';
import { byOperator } from '../../mutation/by-operator.ts';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';

import type { ToldMutant } from '../../mutation/told-mutant.ts';
import type { MutationPart, MutationResult } from '../mutation/mutation-part.ts';
import type { Paint } from '../paint.ts';
import { inOneLine } from '../printable.ts';
import { counted, thousands } from '../reporters/counted.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { paragraph } from '../reporters/text.ts';
import { percent } from '../simulation/simulation-words.ts';
import { type Cell, cell, columns } from './table.ts';
import { wrap } from './words.ts';

/** More survivors than this are not read from a terminal. */
const MOST_SHOWN = 30;
/** Of a long edit, so many lines. */
const MOST_LINES = 14;
const BAR = 24;

/** Who noticed how much; the kinds of slips, worst first; then each survivor as a diff, with what would notice it. */
export function renderMutation({ result }: MutationPart, around: Surroundings): string {
  const { paint, width } = around;
  const { mutants, findings } = result;
  const open = new Set(findings.map(({ fingerprint }) => fingerprint));
  const escaped = mutants.filter((mutant) => open.has(mutant.fingerprint));
  const faults = findings.filter(({ rule }) => rule !== 'slip-is-noticed');
  return [
    ...scoreLines(result, paint),
    '',
    ...operatorLines(mutants, paint),
    ...escaped.slice(0, MOST_SHOWN).flatMap((mutant) => ['', ...survivor(mutant, width, paint)]),
    ...(escaped.length > MOST_SHOWN
      ? [
          '',
          paint.dim(
            `and ${counted(escaped.length - MOST_SHOWN, 'more')}: --format oneline lists them, --json shows their edits`,
          ),
        ]
      : []),
    ...faults.flatMap((fault) => ['', paragraph(fault, around).trimEnd()]),
    '',
    verdict(result, escaped.length, faults.length, paint),
  ].join('\n');
}

function scoreLines({ score, waived }: MutationResult, paint: Paint): string[] {
  const share = (count: number) => percent(count, score.judged);
  const bar = (count: number) =>
    '█'.repeat(score.judged === 0 ? 0 : Math.round((BAR * count) / score.judged));
  const row = (name: string, count: number, colour: (text: string) => string): Cell[] => [
    cell(name),
    cell(thousands(count)),
    cell(share(count)),
    cell(bar(count), colour),
  ];
  const rows = [
    row('noticed by check', score.byCheck, paint.good),
    row('noticed by drills', score.byDrill, paint.good),
    row('noticed by proofs', score.byProof, paint.good),
    row('minded by nothing', score.survived, paint.bad),
    row('not exercised', score.notExercised, paint.bad),
  ];
  const aside = `${counted(score.equivalent, 'slip')} proved to make no difference, ${thousands(score.invalid)} refused as no book: not counted`;
  const answered =
    waived.length === 0 ? [] : [paint.dim(`${counted(waived.length, 'unnoticed slip')} waived`)];
  return [...columns(rows, new Set([1, 2])), paint.dim(aside), ...answered];
}

function operatorLines(mutants: readonly ToldMutant[], paint: Paint): string[] {
  const head = ['slip', 'judged', 'noticed', '', 'unnoticed'].map((text) => cell(text, paint.dim));
  const rows = byOperator(mutants).map(({ operator, score }): Cell[] => {
    const missed = score.survived + score.notExercised;
    return [
      cell(operator),
      cell(thousands(score.judged)),
      cell(thousands(score.killed)),
      cell(percent(score.killed, score.judged), colourOf(score, paint)),
      cell(missed === 0 ? '' : thousands(missed), paint.bad),
    ];
  });
  return columns([head, ...rows], new Set([1, 2, 3, 4]));
}

const colourOf = ({ killed, judged }: Score, paint: Paint): ((text: string) => string) =>
  killed === judged ? paint.good : killed * 2 < judged ? paint.bad : paint.warn;

function survivor(mutant: ToldMutant, width: number, paint: Paint): string[] {
  const { file, line, operator, diff, fate, fingerprint } = mutant;
  const summary = ALL_OPERATORS.find(({ id }) => id === operator)?.summary ?? '';
  const why = fate.kind === 'no-coverage' ? 'nothing comes by here' : 'nothing minds';
  const more = diff.length > MOST_LINES ? [paint.dim(`    … ${diff.length - MOST_LINES} more lines`)] : [];
  return [
    `${paint.bad('✗')} ${paint.bold(operator)}, ${why} ${paint.dim(fingerprint)}`,
    paint.dim(`  ${file}:${line}`),
    `  ${wrap(summary, width, 2)}`,
    ...diff.slice(0, MOST_LINES).map((each) => diffLine(each, paint)),
    ...more,
    ...('hint' in fate ? [`  ${paint.mark(wrap(`to notice it: ${inOneLine(fate.hint)}`, width, 4))}`] : []),
  ];
}

function diffLine(line: string, paint: Paint): string {
  const shown = `    ${inOneLine(line)}`;
  if (line.startsWith('-')) return paint.bad(shown);
  return line.startsWith('+') ? paint.good(shown) : paint.dim(shown);
}

function verdict({ score, waived }: MutationResult, open: number, faults: number, paint: Paint): string {
  if (score.judged === 0) return paint.bad('✗ nothing was measured: no slip could be judged');
  const noticed = `${percent(score.killed, score.judged)} of ${counted(score.judged, 'slip')} ${score.judged === 1 ? 'is' : 'are'} noticed`;
  if (open + faults === 0)
    return paint.good(
      `✓ ${noticed}${waived.length === 0 ? '' : `; somebody answers for each of the others`}`,
    );
  const parts = [
    ...(open === 0
      ? []
      : [
          `${thousands(open)} ${open === 1 ? 'goes' : 'go'} unnoticed and nobody answers for ${open === 1 ? 'it' : 'them'}`,
        ]),
    ...(faults === 0 ? [] : [`${counted(faults, 'waiver')} not in order`]),
  ];
  return paint.bad(`✗ ${noticed}; ${parts.join(', ')}`);
}
