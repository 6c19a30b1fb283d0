import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codesReport } from '../../cli/codes-report.ts';
import { soundBooks } from '../../cli/sound-book.ts';
import { sourceReader } from '../../cli/source-reader.ts';
import { vectorRunner } from '../../cli/vector-runner.ts';
import { withoutMarkedPart } from '../../publish/parts/marked-part.ts';
import { mendedPage, type StalePart, stalePart, type WantedPart } from '../../publish/parts/stale-part.ts';
import { type DocsReport, renderDocs } from './docs-report.ts';
import { type StrayPart, strayParts } from './stray-marks.ts';
import { partsFromProgram, partsFromSource } from './wanted-parts.ts';

/** Compares or mends every generated part of our pages, and returns the exit status. */
export async function runDocs({
  isWriting,
  day,
}: {
  readonly isWriting: boolean;
  /** 2026-09-16; undefined: the day that each page names. */
  readonly day: string | undefined;
}): Promise<number> {
  const report = compared([...partsFromSource(day), ...partsFromProgram()], await codePages());
  if (isWriting) {
    for (const part of report.stale) mend(part);
    for (const part of report.strays) remove(part);
    console.log(written(report));
    return 0;
  }
  console.log(renderDocs(report));
  return report.stale.length + report.strays.length === 0 ? 0 : 1;
}

/** What the pages here lack. */
export const compared = (wanted: readonly WantedPart[], others: readonly StalePart[] = []): DocsReport => ({
  parts: wanted.length + others.length,
  stale: [...wanted.flatMap((part) => stalePart(part, pageAt(part.file)) ?? []), ...others],
  strays: strayParts(wanted),
});

/** The pages of contracts are `drillbook codes`' own, whose findings are not told here. */
async function codePages(): Promise<StalePart[]> {
  const { contracts } = await codesReport(soundBooks(undefined), undefined, {
    readSources: sourceReader(),
    runVectors: vectorRunner(),
  });
  return contracts.flatMap(({ page }) => page ?? []);
}

const pageAt = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function mend(part: StalePart): void {
  mkdirSync(dirname(part.file), { recursive: true });
  writeFileSync(part.file, mendedPage(part, pageAt(part.file)));
}

/** A page that held nothing else goes with its part. */
function remove({ file, mark }: StrayPart): void {
  const rest = withoutMarkedPart(readFileSync(file, 'utf8'), mark);
  if (rest === '') rmSync(file);
  else writeFileSync(file, rest);
}

function written({ stale, strays }: DocsReport): string {
  const files = [...new Set([...stale, ...strays].map(({ file }) => file))];
  return files.length === 0 ? 'nothing to mend' : files.map((file) => `✓ ${file}`).join('\n');
}
