import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from './operator-error.ts';
import { whyNot } from './read-source.ts';
import type { PlayedDrill } from './replay-scenarios.ts';

/** One file a drill, `<book>.<scenario>.jsonl`; a file is either old or whole, never half-written. */
export function writeTraces(folder: string, drills: readonly PlayedDrill[]): void {
  for (const { book, replay } of drills) {
    const file = join(folder, `${book.id}.${replay.scenario.id}.jsonl`);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.part`, replay.trace);
      renameSync(`${file}.part`, file);
    } catch (error) {
      throw new OperatorError(`the trace cannot be written to ${file}: ${whyNot(error)}`, {
        hint: 'name a folder that can be written to',
      });
    }
  }
}
