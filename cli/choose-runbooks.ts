import { relative, resolve } from 'node:path';
import type { Book, Entity } from '../model/book.ts';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { OperatorError } from './operator-error.ts';
import type { SoundBooks } from './sound-book.ts';

/** A runbook with the book it belongs to. */
export interface ChosenRunbook {
  readonly book: Book;
  readonly runbook: Entity<RunbookDocument>;
}

/** The runbooks that were named, by id or by file, each once; without a name those of incidents, or all where routine counts. */
export function chooseRunbooks(
  { books, root }: Pick<SoundBooks, 'books' | 'root'>,
  named: readonly string[],
  { routine = false, from = process.cwd() } = {},
): ChosenRunbook[] {
  const all = books.flatMap((book) => [...book.runbooks.values()].map((runbook) => ({ book, runbook })));
  if (named.length === 0) return all.filter(({ runbook }) => routine || runbook.runs === 'incident');
  const wanted = named.flatMap((name) => find(all, name, root, from));
  return all.filter((each) => wanted.includes(each));
}

function find(all: readonly ChosenRunbook[], name: string, root: string, from: string): ChosenRunbook[] {
  const file = relative(root, resolve(from, name)).replaceAll('\\', '/');
  const found = all.filter(({ runbook }) => runbook.id === name || runbook.at.file === file);
  if (found.length > 0) return found;
  const ids = all.map(({ runbook }) => runbook.id);
  throw new OperatorError(`there is no runbook \`${name}\``, {
    hint:
      didYouMeanHint(name, ids) ?? (ids.length === 0 ? 'the book holds none' : `there are ${ids.join(', ')}`),
  });
}
