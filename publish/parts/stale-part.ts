import { lineDiff } from './line-diff.ts';
import type { Mark } from './mark.ts';
import { markedPart, withMarkedPart } from './marked-part.ts';

/** A part of a page as it should be. */
export interface WantedPart {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly mark: Mark;
  readonly text: string;
  /** The heading that the page gets when it does not exist yet; without it the part is the whole page. */
  readonly heading?: string | undefined;
}

/** A part that a page does not hold, or no longer as it should. */
export interface StalePart extends WantedPart {
  readonly lack: 'page' | 'part' | 'words';
  /** Where the part begins, from 1; 1 where there is none. */
  readonly line: number;
  /** What would change, line by line. */
  readonly diff: readonly string[];
}

/** What is wrong with a part of a page; undefined when it says what it should. `page` is undefined where no such file is. */
export function stalePart(
  wanted: WantedPart,
  page: string | undefined,
  isSame: (old: string, wanted: string) => boolean = (old, text) => old === text,
): StalePart | undefined {
  const old = page === undefined ? undefined : markedPart(page, wanted.mark);
  if (old && isSame(old.text, wanted.text)) return undefined;
  const lack = page === undefined ? 'page' : old ? 'words' : 'part';
  return { ...wanted, lack, line: old?.line ?? 1, diff: lineDiff(old?.text ?? '', wanted.text) };
}

/** The page with its part as it should be; several parts may share a page. */
export const mendedPage = ({ heading, mark, text }: WantedPart, page: string | undefined): string =>
  withMarkedPart(page ?? (heading === undefined ? '' : `# ${heading}\n`), mark, text);
