import type { CheckedBook } from '../check-report.ts';
import type { CiReport } from '../ci-report.ts';
import type { Paint } from '../paint.ts';
import type { PlayedDrill } from '../replay-scenarios.ts';
import { text } from '../reporters/text.ts';
import { sourceLines } from '../source-lines.ts';
import { renderReplayShort } from './replay-report.ts';
import { plural } from './words.ts';

/** Two sections and a verdict; what passed is one line, what failed is shown in full. */
export function renderCi(report: CiReport, width: number, paint: Paint): string {
  const { check, drills, found } = report;
  const failed = drills.filter(({ replay }) => replay.failures.length > 0);
  const findings =
    check.findings.length === 0 ? [] : [text(check, { paint, line: sourceLines(found.books) }).trimEnd()];
  return [
    paint.bold('check'),
    ...check.books.map((book) => checkLine(book, paint)),
    ...findings,
    '',
    paint.bold('replay'),
    ...drills.map((drill) => drillLine(drill, paint)),
    ...failed.map(({ book, replay }) => `\n${renderReplayShort(book, replay, width, paint)}`),
    '',
    verdict(report, failed.length, paint),
  ].join('\n');
}

function checkLine({ id, files, documents, references, rules, findings }: CheckedBook, paint: Paint): string {
  const mark = findings === 0 ? paint.good('✓') : paint.bad('✗');
  const kinds = Object.keys(documents).length;
  const what = `${plural(files, 'file')} of ${plural(kinds, 'kind')}, ${plural(references, 'reference')}, ${plural(rules, 'rule')}`;
  return `  ${mark} ${id.padEnd(14)} ${what}${findings === 0 ? '' : `: ${paint.bad(plural(findings, 'finding'))}`}`;
}

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

function verdict({ check, drills }: CiReport, failed: number, paint: Paint): string {
  if (drills.length === 0)
    return paint.bad('✗ nothing was measured: no book here has a drill that could be replayed');
  const found = check.findings.length;
  if (found === 0 && failed === 0)
    return paint.good(`✓ passed: ${plural(check.books.length, 'book')}, ${plural(drills.length, 'drill')}`);
  const parts = [
    ...(found === 0 ? [] : [plural(found, 'finding')]),
    ...(failed === 0 ? [] : [`${plural(failed, 'drill')} not as expected`]),
  ];
  return paint.bad(`✗ failed: ${parts.join(', ')}`);
}
