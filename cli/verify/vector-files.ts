import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runVectors, type VectorReport } from '../../verifier/run-vectors.ts';
import { OperatorError } from '../operator-error.ts';
import type { Progress } from '../progress.ts';
import { readInput } from './read-input.ts';

export interface VectorFile {
  /** As it was named; a shipped one by its name alone. */
  readonly file: string;
  readonly report: VectorReport;
}

/** Paths of the shipped files. `root` is the folder of the bundle, which stands beside them in the package. */
export function shippedVectors(root: string): string[] {
  const folder = join(root, '..', 'verifier', 'vectors');
  if (!existsSync(folder)) {
    throw new OperatorError('the shipped vectors are not beside the program', { hint: 'name vector files' });
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(folder, name));
}

export async function runVectorFiles(paths: readonly string[], progress: Progress): Promise<VectorFile[]> {
  const results: VectorFile[] = [];
  for (const path of paths) {
    const file = path.split(/[\\/]/).at(-1) ?? path;
    progress.say(`running ${file}`);
    const bytes = await readInput(path);
    results.push({ file, report: runVectors(new TextDecoder().decode(bytes)) });
  }
  progress.clear();
  return results;
}
