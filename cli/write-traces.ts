import { join } from 'node:path';
import type { PlayedDrill } from './replay-scenarios.ts';
import { writeWhole } from './write-whole.ts';

/** One file a drill, `<book>.<scenario>.jsonl`; a file is either old or whole, never half-written. */
export function writeTraces(folder: string, drills: readonly PlayedDrill[]): void {
  for (const { book, replay } of drills)
    writeWhole(join(folder, `${book.id}.${replay.scenario.id}.jsonl`), replay.trace, 'trace');
}
