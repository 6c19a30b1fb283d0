import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mark, marksIn } from '../../publish/parts/mark.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { docsMark } from './docs-mark.ts';

/** A part that nothing generates any more: the page of a rule that is gone. */
export interface StrayPart {
  readonly file: string;
  readonly mark: Mark;
}

/** Every page that may hold generated parts. */
export const pages = (): string[] => [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
];

export function strayParts(wanted: readonly WantedPart[]): StrayPart[] {
  const known = new Set(wanted.map(({ file, mark }) => `${file} ${mark.name}`));
  return pages()
    .flatMap((file) =>
      marksIn(readFileSync(file, 'utf8'), 'docs').map((name) => ({ file, mark: docsMark(name) })),
    )
    .filter(({ file, mark }) => !known.has(`${file} ${mark.name}`));
}
