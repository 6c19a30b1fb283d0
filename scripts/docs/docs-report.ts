import type { StalePart } from '../../publish/parts/stale-part.ts';
import { counted } from '../../publish/prose.ts';
import type { StrayPart } from './stray-marks.ts';

export interface DocsReport {
  /** How many parts were compared. */
  readonly parts: number;
  readonly stale: readonly StalePart[];
  readonly strays: readonly StrayPart[];
}

const LACKS: Readonly<Record<StalePart['lack'], string>> = {
  page: 'is not there',
  part: 'lacks the part',
  words: 'is stale in the part',
};

/** Every stale part with its place and the lines that would change, then what mends them. */
export function renderDocs({ parts, stale, strays }: DocsReport): string {
  const count = stale.length + strays.length;
  if (count === 0) return `✓ ${counted(parts, 'generated part')} of our pages are current`;
  return [
    ...stale.map(
      ({ file, line, lack, mark, diff }) =>
        `${file}:${line} ${LACKS[lack]}${lack === 'page' ? '' : ` "${mark.name}"`}\n${diff.map((each) => `  ${each}\n`).join('')}`,
    ),
    ...strays.map(({ file, mark }) => `${file} has a part "${mark.name}" that nothing generates\n`),
    `✗ ${counted(count, 'part')} of ${parts} to mend: npm run docs`,
  ].join('\n');
}
