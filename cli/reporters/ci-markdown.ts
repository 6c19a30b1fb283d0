import type { CiReport } from '../ci-report.ts';
import { codesLines } from './codes-markdown.ts';
import { checkLines, drillLines, page } from './markdown.ts';
import type { Render } from './reporter.ts';

/** The page of a pull request: a verdict, then what was checked, played and compared. */
export const ciMarkdown: Render<CiReport> = ({ check, drills, codes }, { placeUrl }) =>
  page([
    ...checkLines(check, placeUrl),
    '',
    ...drillLines(drills, placeUrl),
    ...(codes.contracts.length === 0 ? [] : ['', ...codesLines(codes, placeUrl)]),
  ]);
