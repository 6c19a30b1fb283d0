import { closing, literally, type Mark, opening } from './mark.ts';

/** A part of a page that is generated, between two comments that a reader of the page does not see. */
export interface MarkedPart {
  readonly text: string;
  /** Of the opening mark, from 1. */
  readonly line: number;
}

/** The command may have been another when the part was written. */
const pattern = ({ kind, name, ...mark }: Mark) =>
  new RegExp(
    `^<!-- ${literally(`${kind}: ${name}`)} [^\\n]*-->\\r?\\n([\\s\\S]*?)^${literally(closing({ kind, name, ...mark }))}[ \\t]*\\r?$`,
    'm',
  );

export function markedPart(page: string, mark: Mark): MarkedPart | undefined {
  const found = pattern(mark).exec(page);
  if (!found) return undefined;
  const line = page.slice(0, found.index).split('\n').length;
  return { text: (found[1] ?? '').replaceAll('\r\n', '\n').replace(/\n$/, ''), line };
}

/** The page with the part replaced; a page without the marks gets them at its end. */
export function withMarkedPart(page: string, mark: Mark, text: string): string {
  const part = `${opening(mark)}\n${text}\n${closing(mark)}`;
  if (pattern(mark).test(page)) return page.replace(pattern(mark), () => part);
  return page.trim() === '' ? `${part}\n` : `${page.trimEnd()}\n\n${part}\n`;
}

/** The page without the part; empty when it held nothing else. */
export function withoutMarkedPart(page: string, mark: Mark): string {
  const found = pattern(mark).exec(page);
  if (!found) return page;
  const rest = [page.slice(0, found.index).trimEnd(), page.slice(found.index + found[0].length).trim()];
  const kept = rest.filter((text) => text !== '').join('\n\n');
  return kept === '' ? '' : `${kept}\n`;
}
