import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parserOf } from '../contract/languages.ts';

const MAX_DEPTH = 16;
const MAX_FILES = 5_000;

/** The source files at a path of the repository: the file itself, or every one below the folder. */
export function sourceFiles(root: string, path: string): string[] {
  const files: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || files.length >= MAX_FILES) continue;
      if (entry.isDirectory() && depth < MAX_DEPTH) visit(file, depth + 1);
      else if (entry.isFile() && parserOf(file) !== undefined) files.push(file);
    }
  };
  if (isFolder(join(root, path))) visit(path, 0);
  else files.push(path);
  return files.sort();
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
