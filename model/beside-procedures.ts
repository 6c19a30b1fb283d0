import type { RefusedFile, SourceFile } from './source-file.ts';

const FIRST_LINES = 4096;

/**
 * Whether a file says at its top that it holds promises or waivers, which no procedure needs and which are a third of the text of a book
 * that was proved. One that says so later is merely read.
 */
export function isBesideProcedures(source: SourceFile | RefusedFile): boolean {
  if ('refused' in source) return false;
  const top = new TextDecoder('latin1').decode(source.bytes.subarray(0, FIRST_LINES));
  const first = top.split(/\r?\n/).find((line) => !/^\s*(#.*)?$/.test(line));
  return first !== undefined && /^kind:\s+(waivers|invariants)\s*(#.*)?$/.test(first);
}
