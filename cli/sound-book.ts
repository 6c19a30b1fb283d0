import type { Book } from '../model/book.ts';
import type { BookPart } from '../model/book-part.ts';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import type { Finding } from '../model/finding.ts';
import { type FoundBook, loadBooks, loadRead, type ReadBooks, readBooks } from './load-books.ts';
import { OperatorError } from './operator-error.ts';
import { inOneLine } from './printable.ts';
import type { BookFile } from './read-book-files.ts';

/** The books that a command works on, with the root of their repository. */
export interface SoundBooks {
  /** Absolute; never printed. */
  readonly root: string;
  readonly books: readonly Book[];
  /** What each was read from, by id. */
  readonly files: ReadonlyMap<string, readonly BookFile[]>;
}

/** A book with findings is none: `check` tells what is wrong with it. */
export const soundBooks = (named: string | undefined, part: BookPart = 'whole'): SoundBooks =>
  soundFrom(readBooks(named, { part }));

export function soundFrom(read: ReadBooks): SoundBooks {
  const { books, repository } = loadRead(read);
  return { root: repository.root, books: books.map(soundBook), files: filesOf(books) };
}

/** The procedures of the sound books here, or undefined where there is no repository: for commands that also say something then. */
export function proceduresIfAny(named: string | undefined): SoundBooks | undefined {
  if (named !== undefined) return soundBooks(named, 'procedures');
  try {
    const { books, repository } = loadBooks(named, { part: 'procedures' });
    return {
      root: repository.root,
      books: books.flatMap(({ loaded }) => loaded.book ?? []),
      files: filesOf(books),
    };
  } catch (error) {
    if (error instanceof OperatorError) return undefined;
    throw error;
  }
}

export const filesOf = (books: readonly FoundBook[]): SoundBooks['files'] =>
  new Map(books.map(({ id, files }) => [id, files]));

function soundBook({ id, loaded: { book, findings } }: FoundBook): Book {
  if (book) return book;
  throw new OperatorError(`the book \`${id}\` cannot be used: ${firstOf(findings)}`, {
    hint: `\`drillbook check --book ${id}\` shows ${findings.length === 1 ? 'the line' : 'them all'}`,
  });
}

/** One of them is often all there is to mend. */
function firstOf([first, ...more]: readonly Finding[]): string {
  if (!first) return 'it has findings';
  const { position, message } = first;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  return inOneLine(`${position.file}:${position.line}:${position.column} ${message}${others}`);
}

/** The one book that knows a severity and, when it is named, a service. */
export function bookThatKnows(
  books: readonly Book[],
  { severity, service }: { readonly severity: string; readonly service: string | undefined },
): Book {
  const withLevel = demand(books, 'severity', severity, (book) => book.severities);
  const fitting =
    service === undefined ? withLevel : demand(withLevel, 'service', service, (book) => book.services);
  const [first, ...more] = fitting;
  if (first && more.length === 0) return first;
  throw new OperatorError(`several books here have the severity \`${severity}\``, {
    hint: `pick one with --book: ${fitting.map(({ id }) => id).join(', ')}`,
  });
}

function demand(
  books: readonly Book[],
  what: string,
  id: string,
  tableOf: (book: Book) => ReadonlyMap<string, unknown>,
): readonly Book[] {
  const fitting = books.filter((book) => tableOf(book).has(id));
  if (fitting.length > 0) return fitting;
  const known = books.flatMap((book) => [...tableOf(book).keys()]);
  throw new OperatorError(`there is no ${what} \`${id}\``, {
    hint: didYouMeanHint(id, known) ?? `there are ${known.join(', ')}`,
  });
}
