import { type CheckedBook, type CheckReport, isEmpty, type ReportedFinding } from '../check-report.ts';
import { drillFindings } from '../drill-findings.ts';
import type { PlayedDrill } from '../replay-scenarios.ts';
import { counted } from './counted.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import type { PlaceUrl, Render, Reporter } from './reporter.ts';

/** A page that holds more is not read, and GitHub takes at most 1 MiB. */
const MOST_ROWS = 200;

export const markdown: Reporter = (report, { placeUrl }) => page(checkLines(report, placeUrl));

export const replayMarkdown: Render<readonly PlayedDrill[]> = (drills, { placeUrl }) =>
  page(drillLines(drills, placeUrl));

export const page = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

export function checkLines({ books, findings }: CheckReport, url?: PlaceUrl): string[] {
  return [
    `### ${findings.length === 0 ? '✅' : '❌'} Check: ${counted(findings.length, 'finding')}`,
    '',
    ...markdownTable(['', 'book', 'files', 'references', 'rules', 'waived', 'findings'], books.map(bookRow)),
    ...findingLines(findings, url),
  ];
}

const bookRow = (book: CheckedBook) => [
  book.findings > 0 ? '❌' : isEmpty(book) ? '❔' : '✅',
  markdownText(book.id),
  ...[book.files, book.references, book.rules, book.waived, book.findings].map(String),
];

export function findingLines(findings: readonly ReportedFinding[], url?: PlaceUrl): string[] {
  if (findings.length === 0) return [];
  const more = findings.length - MOST_ROWS;
  return [
    '',
    ...markdownTable(
      ['where', 'what is wrong', 'what to do', 'rule'],
      findings.slice(0, MOST_ROWS).map((finding) => findingRow(finding, url)),
    ),
    ...(more > 0 ? ['', `and ${counted(more, 'finding')} more.`] : []),
  ];
}

function findingRow({ file, line, message, hint, rule }: ReportedFinding, url?: PlaceUrl) {
  const place = `<code>${markdownText(`${file}:${line}`)}</code>`;
  return [
    url === undefined ? place : `<a href="${url(file, line)}">${place}</a>`,
    markdownText(message),
    hint === undefined ? '' : markdownText(hint),
    `<code>${markdownText(rule)}</code>`,
  ];
}

export function drillLines(drills: readonly PlayedDrill[], url?: PlaceUrl): string[] {
  if (drills.length === 0) return ['### ❔ Replay: no drill could be played'];
  const failed = drills.filter(({ replay }) => replay.failures.length > 0);
  const verdict =
    failed.length === 0 ? 'all as expected' : `${counted(failed.length, 'drill')} not as expected`;
  return [
    `### ${failed.length === 0 ? '✅' : '❌'} Replay: ${counted(drills.length, 'drill')}, ${verdict}`,
    '',
    ...markdownTable(['', 'book', 'drill', 'pages', 'promises kept', 'broken'], drills.map(drillRow)),
    ...findingLines(drillFindings(drills), url),
  ];
}

function drillRow({ book, replay: { scenario, promises, failures } }: PlayedDrill) {
  const kept = promises.filter(({ verdict }) => verdict === 'kept').length;
  const broken = promises.reduce((sum, { breaks }) => sum + breaks.length, 0);
  return [
    failures.length === 0 ? '✅' : '❌',
    markdownText(book.id),
    markdownText(scenario.title),
    ...[scenario.expect.pages.length, kept, broken].map(String),
  ];
}
