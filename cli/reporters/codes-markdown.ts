import { RUNGS } from '../../contract/contract-rules.ts';
import type { CheckedContract, CodesReport } from '../codes-report.ts';
import { counted } from './counted.ts';
import { findingLines, page } from './markdown.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import type { PlaceUrl, Render } from './reporter.ts';

export const codesMarkdown: Render<CodesReport> = (report, { placeUrl }) =>
  page(codesLines(report, placeUrl));

/** How far the codes of each contract have climbed, what changed, and what is wrong. */
export function codesLines({ contracts, findings, base }: CodesReport, url?: PlaceUrl): string[] {
  if (contracts.length === 0) return ['### ❔ Codes: no book here has a code registry'];
  const changes = contracts.flatMap(({ id, changes: all }) =>
    all.map(({ level, text }) => [markdownText(id), level, markdownText(text)]),
  );
  return [
    `### ${findings.length === 0 ? '✅' : '❌'} Codes: ${counted(findings.length, 'finding')}`,
    '',
    ...markdownTable(['', 'contract', 'version', 'codes', ...Object.keys(RUNGS)], contracts.map(contractRow)),
    ...(changes.length === 0
      ? []
      : ['', ...markdownTable(['contract', `since ${markdownText(base ?? '')}`, 'change'], changes)]),
    ...findingLines(findings, url),
  ];
}

const contractRow = ({ id, version, ladder, findings }: CheckedContract) => [
  findings === 0 ? '✅' : '❌',
  markdownText(id),
  markdownText(version),
  ...(ladder === null
    ? ['not compared']
    : [ladder.codes, ...Object.values(ladder.rungs).map((count) => count ?? '')].map(String)),
];
