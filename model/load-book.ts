import { assembleTables, type ValidDocument } from './assemble-book.ts';
import type { Book, BookTables } from './book.ts';
import { bookEvents, eventsThatCanBeNamed } from './book-events.ts';
import { type BookPart, filesOfPart, hiddenFrom, knowsEvents } from './book-part.ts';
import type { Finding } from './finding.ts';
import type { DocumentName } from './generated/types.ts';
import { checkCircles } from './link/check-circles.ts';
import { checkReferences, idleEvents } from './link/check-references.ts';
import { linkDocuments } from './link/link-documents.ts';
import { makeFinding } from './make-finding.ts';
import { type OpenDocument, openDocument } from './open-document.ts';
import { problemLog } from './problem-log.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { byPlace } from './sort-findings.ts';
import { beyondBook, MAX_BOOK_BYTES, type RefusedFile, type SourceFile } from './source-file.ts';

/** A book, or what keeps it from being one; and what was looked at. */
export interface LoadedBook {
  /** Present when there is no finding: every reference of a book leads somewhere. */
  readonly book: Book | undefined;
  /** By file, line and column. */
  readonly findings: readonly Finding[];
  readonly checked: Checked;
  /** The text of a file, for the lines around a finding; undefined when it could not be read. */
  text(file: string): string | undefined;
}

export interface Checked {
  readonly files: number;
  /** Documents that were found, by kind. */
  readonly documents: Readonly<Partial<Record<DocumentName, number>>>;
  readonly references: number;
}

/**
 * Reads, validates and links the files of one book. Nothing is thrown for what they hold: every mistake is a finding, and
 * all of them are returned. File names are relative to the root of the repository: `policies/<book>/roles.yaml`.
 */
export function loadBook(
  files: readonly (SourceFile | RefusedFile)[],
  bookId: string,
  part: BookPart = 'whole',
): LoadedBook {
  return putTogether(readFiles(filesOfPart(files, part)), bookId, openDocument, part);
}

/** A book one of whose files is tried with other bytes, again and again: what the others say is read once. */
export interface Rereader {
  readonly files: readonly ReadFile[];
  /** As it is. */
  readonly loaded: LoadedBook;
  /** The whole book as it would load with this file in place of the one of its name. */
  with(file: SourceFile): LoadedBook;
}

export function rereader(files: readonly (SourceFile | RefusedFile)[], bookId: string): Rereader {
  const read = readFiles(files);
  const opened = new Map<ReadFile, OpenDocument>();
  const open: typeof openDocument = (file, id, report) => {
    const known = opened.get(file);
    if (known) return known;
    const document = openDocument(file, id, report);
    // What is wrong with the others has to be reported each time.
    if (document.fits && read.includes(file)) opened.set(file, document);
    return document;
  };
  return {
    files: read,
    loaded: putTogether(read, bookId, open),
    with: (source) => {
      const tried = readFile(source);
      return putTogether(
        read.map((file) => (file.file === source.file ? tried : file)),
        bookId,
        open,
      );
    },
  };
}

function putTogether(
  read: readonly ReadFile[],
  bookId: string,
  open: typeof openDocument,
  part: BookPart = 'whole',
): LoadedBook {
  const log = problemLog(read);
  const documents = read.map((file) => open(file, bookId, log.reportIn(file.file)));
  const links = linkDocuments(documents, log.reportIn, log.lineOf);
  links.declarations.hide(hiddenFrom(part), '');
  const valid = documents.filter(({ fits }) => fits) as unknown as readonly ValidDocument[];
  const tables = { ...assembleTables(valid), factNames: new Set(links.declarations.ids('fact')) };
  const whole = valid.length === documents.length && knowsEvents(part);
  const happening = bookEvents(tables);
  checkReferences(links, whole ? eventsThatCanBeNamed(tables, happening) : undefined, log.reportIn);
  checkCircles(tables, log.reportIn);
  const findings = [...read.flatMap((file) => file.findings), ...log.findings()];
  if (!documents.some(({ kind }) => kind === 'book' || kind === undefined)) findings.push(noManifest(bookId));
  return {
    book:
      findings.length === 0
        ? finish(bookId, { ...tables, idleEvents: idleEvents(links, happening) }, valid, log)
        : undefined,
    findings: findings.sort(byPlace),
    checked: {
      files: read.length,
      documents: tally(documents.flatMap(({ kind }) => kind ?? [])),
      references: links.references.length,
    },
    text: (file) => read.find((other) => other.file === file)?.text,
  };
}

function finish(
  id: string,
  tables: BookTables & Pick<Book, 'factNames' | 'idleEvents'>,
  documents: readonly ValidDocument[],
  { position, namedPath }: Pick<Book, 'position' | 'namedPath'>,
): Book | undefined {
  const manifest = documents.find((document): document is ValidDocument<'book'> => document.kind === 'book');
  if (!manifest) return undefined;
  const statement = Object.freeze({ ...manifest.value, at: { file: manifest.file, path: [] } });
  return Object.freeze({ ...tables, id, manifest: statement, position, namedPath });
}

/** In the order of their names; files beyond the size limit of a book are refused. */
function readFiles(files: readonly (SourceFile | RefusedFile)[]): ReadFile[] {
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
  let total = 0;
  return sorted.map((source) => {
    total += 'bytes' in source ? source.bytes.length : 0;
    return readFile(total > MAX_BOOK_BYTES ? beyondBook(source.file) : source);
  });
}

const noManifest = (bookId: string): Finding =>
  makeFinding({
    rule: 'book-has-a-manifest',
    position: { file: `policies/${bookId}/book.yaml`, line: 1, column: 1 },
    subject: '',
    message: `the book \`${bookId}\` has no manifest`,
    hint: 'write a document with `kind: book`',
  });

const tally = (kinds: readonly DocumentName[]) =>
  Object.fromEntries(
    [...new Set(kinds)].map((kind) => [kind, kinds.filter((other) => other === kind).length]),
  );
