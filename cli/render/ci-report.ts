import { incidentsOf } from '../../model/scenario-incidents.ts';
import { grouped } from '../../rules/words/grouped.ts';
import type { CheckedBook } from '../check-report.ts';
import type { CiReport } from '../ci-report.ts';
import type { CheckedContract } from '../codes-report.ts';
import type { Paint } from '../paint.ts';
import type { PlayedDrill } from '../replay-scenarios.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { text } from '../reporters/text.ts';
import { codesFindings, contractMark, contractWords } from './codes-report.ts';
import { renderReplayShort } from './replay-report.ts';
import { type Cell, cell, columns } from './table.ts';
import { plural } from './words.ts';

/** A section for each part of the job, and a verdict; what passed is one line, what failed is shown in full. */
export function renderCi(report: CiReport, around: Surroundings): string {
  const { check, drills, codes } = report;
  const { paint, width } = around;
  const failed = drills.filter(({ replay }) => replay.failures.length > 0);
  const findings = check.findings.length === 0 ? [] : [text(check, around).trimEnd()];
  return [
    paint.bold('check'),
    ...check.books.map((book) => checkLine(book, paint)),
    ...findings,
    '',
    paint.bold('replay'),
    ...drillLines(drills, paint),
    ...failed.map(({ book, replay }) => `\n${renderReplayShort(book, replay, width, paint)}`),
    '',
    ...(codes.contracts.length === 0 ? [] : [paint.bold('codes')]),
    ...codes.contracts.map((contract) => codesLine(contract, paint)),
    ...(codes.findings.length === 0 ? [] : ['', ...codesFindings(codes, around)]),
    ...(codes.contracts.length === 0 ? [] : ['']),
    ciVerdict(report, paint),
  ].join('\n');
}

function checkLine({ id, files, documents, references, rules, findings }: CheckedBook, paint: Paint): string {
  const mark = findings === 0 ? paint.good('✓') : paint.bad('✗');
  const kinds = Object.keys(documents).length;
  const what = `${plural(files, 'file')} of ${plural(kinds, 'kind')}, ${plural(references, 'reference')}, ${plural(rules, 'rule')}`;
  return `  ${mark} ${id.padEnd(14)} ${what}${findings === 0 ? '' : `: ${paint.bad(plural(findings, 'finding'))}`}`;
}

const codesLine = (contract: CheckedContract, paint: Paint): string =>
  `  ${contractMark(contract, paint)} ${contract.book.padEnd(14)} ${contract.id}  ${paint.dim(contractWords(contract, null, paint))}`;

/** A line for each procedure: there are hundreds of drills, and those that fail are shown in full below. */
function drillLines(drills: readonly PlayedDrill[], paint: Paint): string[] {
  const rows = [...grouped(inOrder(drills), procedureOf).values()].map((mine): Cell[] => {
    const replays = mine.map(({ replay }) => replay);
    const failed = replays.filter(({ failures }) => failures.length > 0).length;
    const promises = replays.flatMap((replay) => replay.promises);
    const kept = promises.filter(({ verdict }) => verdict === 'kept').length;
    const broken = promises.reduce((sum, { breaks }) => sum + breaks.length, 0);
    const pages = replays.reduce((sum, { scenario }) => sum + scenario.expect.pages.length, 0);
    return [
      cell(failed === 0 ? '  ✓' : '  ✗', failed === 0 ? paint.good : paint.bad),
      cell(mine[0]?.book.id ?? ''),
      cell(mine[0] === undefined ? '' : incidentsWords(mine[0])),
      cell(plural(mine.length, 'drill')),
      cell(plural(pages, 'page'), paint.dim),
      cell(`${plural(kept, 'promise')} kept`, paint.dim),
      broken === 0 ? cell('') : cell(`${broken} broke${failed === 0 ? ' as expected' : ''}`, paint.dim),
      failed === 0 ? cell('') : cell(`${failed} not as expected`, paint.bad),
    ];
  });
  return columns(rows, new Set([3, 4, 5]));
}

/** As the books have their procedures; what is several of them comes last. */
function inOrder(drills: readonly PlayedDrill[]): PlayedDrill[] {
  const books = [...new Set(drills.map(({ book }) => book))];
  const place = (drill: PlayedDrill): number => {
    const found = [...drill.book.runbooks.keys()].indexOf(incidentsWords(drill));
    return found < 0 ? drill.book.runbooks.size : found;
  };
  return drills.toSorted((a, b) => books.indexOf(a.book) - books.indexOf(b.book) || place(a) - place(b));
}

const procedureOf = (drill: PlayedDrill): string => `${drill.book.id} ${incidentsWords(drill)}`;

function incidentsWords({ replay }: PlayedDrill): string {
  const runbooks = incidentsOf(replay.scenario).map(({ runbook }) => runbook);
  return runbooks.length === 1 ? (runbooks[0] as string) : 'several at once';
}

/** One line: what passed, or what did not. */
export function ciVerdict({ check, drills, codes }: CiReport, paint: Paint): string {
  if (drills.length === 0)
    return paint.bad('✗ nothing was measured: no book here has a drill that could be replayed');
  const found = check.findings.length + codes.findings.length;
  const failed = drills.filter(({ replay }) => replay.failures.length > 0).length;
  const passed = [
    plural(check.books.length, 'book'),
    plural(drills.length, 'drill'),
    ...(codes.contracts.length === 0 ? [] : [plural(codes.contracts.length, 'contract')]),
  ];
  if (found === 0 && failed === 0) return paint.good(`✓ passed: ${passed.join(', ')}`);
  const parts = [
    ...(found === 0 ? [] : [plural(found, 'finding')]),
    ...(failed === 0 ? [] : [`${plural(failed, 'drill')} not as expected`]),
  ];
  return paint.bad(`✗ failed: ${parts.join(', ')}`);
}
