import type { CheckedBook } from '../check-report.ts';
import type { CiReport } from '../ci-report.ts';
import type { CheckedContract } from '../codes-report.ts';
import type { Paint } from '../paint.ts';
import type { PlayedDrill } from '../replay-scenarios.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { text } from '../reporters/text.ts';
import { codesFindings, contractMark, contractWords } from './codes-report.ts';
import { renderReplayShort } from './replay-report.ts';
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
    ...drills.map((drill) => drillLine(drill, paint)),
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

function drillLine({ book, replay }: PlayedDrill, paint: Paint): string {
  const { scenario, promises, failures } = replay;
  const kept = promises.filter(({ verdict }) => verdict === 'kept').length;
  const broken = promises.reduce((sum, { breaks }) => sum + breaks.length, 0);
  const mark = failures.length === 0 ? paint.good('✓') : paint.bad('✗');
  const expected =
    broken === 0 ? '' : `, ${broken} broke${failures.length === 0 ? ' as the drill expects' : ''}`;
  const failing =
    failures.length === 0 ? '' : `: ${paint.bad(`${plural(failures.length, 'expectation')} failed`)}`;
  const detail = paint.dim(
    `${plural(scenario.expect.pages.length, 'page')}, ${plural(kept, 'promise')} kept${expected}`,
  );
  return `  ${mark} ${book.id.padEnd(14)} ${scenario.title}  ${detail}${failing}`;
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
