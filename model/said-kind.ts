import type { RefusedFile, SourceFile } from './source-file.ts';

const FIRST_LINES = 4096;

/**
 * The kind that a file says at its top, before it is parsed; undefined where it says it later, or in another way: good for what saves
 * time, and not for what must be known.
 */
export function saidKind(file: SourceFile | RefusedFile): string | undefined {
  const top = saidText(file, FIRST_LINES);
  const first = top.split(/\r?\n/).find((line) => !/^\s*(#.*)?$/.test(line));
  return /^kind:\s+([a-z-]+)\s*(#.*)?$/.exec(first ?? '')?.[1];
}

/** The id that a file says on a line of its own, in the same way. */
export const saidId = (file: SourceFile | RefusedFile): string | undefined =>
  /^id:\s+([a-z0-9-]+)\s*$/m.exec(saidText(file))?.[1];

/** The text before it is parsed, or its first bytes, each as one character. */
export function saidText(file: SourceFile | RefusedFile, bytes?: number): string {
  return 'refused' in file ? '' : new TextDecoder('latin1').decode(file.bytes.subarray(0, bytes));
}
