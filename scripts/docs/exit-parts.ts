import { EXIT_CODES } from '../../cli/exit-codes.ts';
import { VERDICTS } from '../../cli/verify/verdict-report.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { docsMark } from './docs-mark.ts';

/** The exit statuses: on their own page and in the README; and those of the verdicts of `verify`. */
export const exitParts = (): WantedPart[] => [
  { file: 'docs/exit-codes.md', mark: docsMark('exit-codes'), text: exitTable() },
  { file: 'docs/verifier.md', mark: docsMark('verdicts'), text: verdictTable() },
  { file: 'README.md', mark: docsMark('exit-codes'), text: exitTable() },
];

const exitTable = (): string =>
  [
    '| exit | means |',
    '|---:|---|',
    ...Object.values(EXIT_CODES).map(({ code, meaning }) => `| ${code} | ${meaning} |`),
  ].join('\n');

const verdictTable = (): string =>
  [
    '| verdict | means | exit |',
    '|---|---|---:|',
    ...Object.entries(VERDICTS).map(
      ([verdict, { meaning, exit }]) => `| ${verdict} | ${meaning} | ${EXIT_CODES[exit].code} |`,
    ),
  ].join('\n');
