import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import { OperatorError } from './operator-error.ts';

/** The folders that hold a book, each in a folder with the id of the book. */
export const ROOMS = ['policies', 'runbooks', 'scenarios'] as const;
/** Those that say what is to be done. */
export const PROCEDURE_ROOMS = ['policies', 'runbooks'] as const;

/** Where the books lie. */
export interface Repository {
  /** Absolute; never printed. */
  readonly root: string;
  /** Ids, in order. */
  readonly books: readonly string[];
}

/** The nearest folder at or above `from` with a `policies/<book>/book.yaml`. */
export function findRepository(from: string): Repository {
  for (let folder = from; ; folder = dirname(folder)) {
    const books = foldersIn(join(folder, 'policies'));
    if (books.some((book) => existsSync(join(folder, 'policies', book, 'book.yaml'))))
      return { root: folder, books };
    if (folder === dirname(folder)) {
      throw new OperatorError(
        'there is no book here: no policies/<book>/book.yaml in this folder or above it',
        {
          hint: 'change to the folder that holds policies/ and runbooks/',
        },
      );
    }
  }
}

/** The books that were asked for: the named one, else the one whose folder this is, else all. */
export function chooseBooks(
  { root, books }: Repository,
  from: string,
  named: string | undefined,
): readonly string[] {
  if (named !== undefined && !books.includes(named)) {
    const hint = didYouMeanHint(named, books) ?? `the books here are ${books.join(', ')}`;
    throw new OperatorError(`there is no book \`${named}\``, { hint });
  }
  const [room, here] = relative(root, from).split(sep);
  const inside =
    ROOMS.some((name) => name === room) && here !== undefined && books.includes(here) ? here : undefined;
  const only = named ?? inside;
  return only === undefined ? books : [only];
}

/** Hidden folders belong to tools. */
export function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}
