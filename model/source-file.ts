/** A file of a book as it lies on disk: its path relative to the root of its repository, with `/`, and its bytes. */
export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A file that could not be read, and why in words: `a folder, not a file`. */
export interface RefusedFile {
  readonly file: string;
  readonly refused: string;
  readonly hint?: string | undefined;
}

/** Larger files are refused unread: a procedure that people can follow is a few kilobytes long. */
export const MAX_FILE_BYTES = 1024 * 1024;
/** All files of one book together. */
export const MAX_BOOK_BYTES = 64 * 1024 * 1024;
/** How deep lists and mappings may nest; the schemas need less than 20. */
export const MAX_DEPTH = 64;
/** How many nodes the aliases of one file may add. */
export const MAX_ALIASED_NODES = 10_000;
/** How many findings one file may have before the rest is only counted. */
export const MAX_FINDINGS_PER_FILE = 100;
/** The same for all files of a book together. */
export const MAX_FINDINGS_PER_BOOK = 5000;

export const tooLarge = (file: string, bytes: number): RefusedFile => ({
  file,
  refused: `not read: it has ${bytes} bytes, at most ${MAX_FILE_BYTES} are`,
  hint: 'a document holds one procedure or one kind of policy: split it',
});

/** Once the files before it have used up what one book may have. */
export const beyondBook = (file: string): RefusedFile => ({
  file,
  refused: `not read: the files of this book have more than ${MAX_BOOK_BYTES} bytes together`,
});
