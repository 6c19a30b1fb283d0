import { join } from 'node:path';
import type { Book } from '../../model/book.ts';
import {
  type Clues,
  type CluesByPath,
  cluesPath,
  cluesText,
  type Incident,
  readClues,
} from '../../simulator/proofs/clues-file.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { OperatorError } from '../operator-error.ts';
import { readSource } from '../read-source.ts';
import { writeWhole } from '../write-whole.ts';

/** The incident of every runbook of these books. */
export const incidentsIn = (books: readonly Book[]): Incident[] =>
  books.flatMap(({ id, runbooks }) => [...runbooks.keys()].map((runbook) => ({ book: id, runbook })));

/** What is recorded for the incidents of these tasks. A pair has no clues, nor has an incident in which things are lost. */
export function readAllClues(root: string, incidents: readonly Incident[]): CluesByPath {
  const found = new Map<string, Clues>();
  for (const file of new Set(incidents.map(cluesPath))) {
    const source = readSource(root, file);
    if ('refused' in source) {
      if (source.refused === 'there is nothing') continue;
      throw unreadable(file, source.refused);
    }
    const clues = readClues(new TextDecoder().decode(source.bytes));
    if (!clues) throw unreadable(file, 'these are no clues');
    found.set(file, clues);
  }
  return found;
}

const unreadable = (file: string, why: string): OperatorError =>
  new OperatorError(`${file} cannot be read: ${why}`, {
    hint: 'delete it: proofs take longer without, and `drillbook prove --record` writes it anew',
  });

/** Writes down how the promises of each runbook were decided. `whole`: no promise was left out. */
export function recordClues(
  root: string,
  before: CluesByPath,
  proofs: readonly ToldProof[],
  whole: boolean,
): void {
  for (const file of new Set(proofs.map(cluesPath))) {
    const mine = proofs.filter((proof) => cluesPath(proof) === file);
    const text = cluesText(mine, before.get(file) ?? new Map(), whole);
    if (text !== undefined) writeWhole(join(root, file), text, 'clues');
  }
}
