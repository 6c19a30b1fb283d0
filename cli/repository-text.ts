import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { TextOf } from '../contract/contract-source.ts';
import { decodeText } from '../model/decode-text.ts';
import { readSource } from './read-source.ts';

/** Reads files of the repository by their path from its root, each once. What leads out of it is not there. */
export function repositoryText(root: string): TextOf {
  const texts = new Map<string, string | undefined>();
  return (file) => {
    if (!texts.has(file)) texts.set(file, isInside(root, file) ? read(root, file) : undefined);
    return texts.get(file);
  };
}

/** A line of such a file, counted from 1. */
export function repositoryLines(root: string): (file: string, line: number) => string | undefined {
  const textOf = repositoryText(root);
  return (file, line) => textOf(file)?.split(/\r?\n/)[line - 1];
}

function read(root: string, file: string): string | undefined {
  const source = readSource(root, file);
  if ('refused' in source) return undefined;
  const decoded = decodeText(source.bytes);
  return 'text' in decoded ? decoded.text : undefined;
}

function isInside(root: string, file: string): boolean {
  try {
    return realpathSync(join(root, file)).startsWith(`${realpathSync(root)}${sep}`);
  } catch {
    return false; // there is nothing
  }
}
