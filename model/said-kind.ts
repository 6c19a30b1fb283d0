import type { RefusedFile, SourceFile } from './source-file.ts';

const FIRST_LINES = 4096;

/**
 * The kind that a file says at its top, before it is parsed; undefined where it says it later, or in another way: good for what saves
 * time, and not for what must be known.
 */
export function saidKind(source: SourceFile | RefusedFile): string | undefined {
  if ('refused' in source) return undefined;
  const top = new TextDecoder('latin1').decode(source.bytes.subarray(0, FIRST_LINES));
  const first = top.split(/\r?\n/).find((line) => !/^\s*(#.*)?$/.test(line));
  return /^kind:\s+([a-z-]+)\s*(#.*)?$/.exec(first ?? '')?.[1];
}
