import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../model/book.ts';
import {
  type Clues,
  type CluesByPath,
  cluesFolder,
  cluesPath,
  cluesText,
  type Incident,
  readClues,
} from '../../simulator/proofs/clues-file.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { OperatorError } from '../operator-error.ts';
import { readSource } from '../read-source.ts';
import { counted } from '../reporters/counted.ts';
import { writeWhole } from '../write-whole.ts';

/** The incident of every runbook of these books. */
export const incidentsIn = (books: readonly Book[]): Incident[] =>
  books.flatMap(({ id, runbooks }) => [...runbooks.keys()].map((runbook) => ({ book: id, runbook })));

/** What is recorded for these incidents. A pair has no clues, nor has an incident in which things are lost. */
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

/** SHA-256 over what is recorded, in hexadecimal digits; null: nothing is. What a search finds within its budget depends on it. */
export const hashOfClues = (clues: CluesByPath): string | null =>
  clues.size === 0
    ? null
    : createHash('sha256')
        .update(JSON.stringify([...clues].map(([file, ofFile]) => [file, [...ofFile]])))
        .digest('hex');

const unreadable = (file: string, why: string): OperatorError =>
  new OperatorError(`${file} cannot be read: ${why}`, {
    hint: 'delete it: proofs take longer without, and `drillbook prove --record` writes it anew',
  });

/** Writes down how the promises of each runbook were decided; says what became of the files. `whole`: no promise was left out. */
export const recordClues = (
  root: string,
  books: readonly Book[],
  before: CluesByPath,
  proofs: readonly ToldProof[],
  whole: boolean,
): string[] =>
  books.flatMap((book) => {
    const mine = proofs.filter((proof) => proof.book === book.id);
    const written = [...new Set(mine.map(cluesPath))].filter((file) => {
      const ofRunbook = mine.filter((proof) => cluesPath(proof) === file);
      const text = cluesText(ofRunbook, before.get(file) ?? new Map(), whole);
      if (text !== undefined) writeWhole(join(root, file), text, 'clues');
      return text !== undefined;
    });
    const files = counted(written.length, 'file');
    return [
      ...(written.length === 0
        ? []
        : [`${cluesFolder(book.id)} written: how its promises were decided, in ${files}`]),
      ...withoutStrays(root, book),
    ];
  });

/** What is left of runbooks that are gone. */
function withoutStrays(root: string, { id, runbooks }: Book): string[] {
  const folder = cluesFolder(id);
  const strays = filesIn(join(root, folder)).filter(
    (name) =>
      name.endsWith('.json') &&
      !runbooks.has(name.slice(0, -'.json'.length)) &&
      areClues(root, `${folder}/${name}`),
  );
  for (const name of strays) rmSync(join(root, folder, name), { force: true });
  return strays.map((name) => `${folder}/${name} removed: the book has no runbook of that name`);
}

/** Whatever else somebody keeps there, or a link leads to, is not ours to take away. */
function areClues(root: string, file: string): boolean {
  const source = readSource(root, file);
  return !('refused' in source) && (readClues(new TextDecoder().decode(source.bytes))?.size ?? 0) > 0;
}

const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);
