import type { Book } from '../../model/book.ts';
import type { CodeTable } from '../../verifier/code-table.ts';
import { CONTRACTS, type ContractId } from '../../verifier/contracts.ts';
import type { Verdict } from '../../verifier/verdict.ts';
import { loadBooks } from '../load-books.ts';
import { OperatorError } from '../operator-error.ts';

/** Where a code is handled. */
export interface HandlingRunbook {
  readonly book: string;
  readonly id: string;
  readonly title: string;
  /** Relative to the root of the repository. */
  readonly file: string;
  /** The step that names the check, where a step does. */
  readonly step: string | null;
}

/**
 * The runbook that handles a code: the one that a book's `codes` name for it, by number and name or by the
 * program's own error; else the one with a step that names this check and has this outcome. Null without a book:
 * verifying must work where no book is, and beside a broken one.
 */
export function handlingRunbook(
  check: ContractId,
  verdict: Verdict,
  named: string | undefined,
): HandlingRunbook | null {
  const books = booksHere(named);
  for (const find of [byCode, byStep])
    for (const book of books) {
      const found = find(book, check, verdict);
      if (found !== null) return found;
    }
  return null;
}

/** A book that was asked for by name must be there; otherwise none is as good as one that cannot be read. */
function booksHere(named: string | undefined): Book[] {
  try {
    return loadBooks(named, { part: 'procedures' }).books.flatMap(({ loaded }) => loaded.book ?? []);
  } catch (error) {
    if (named === undefined && error instanceof OperatorError) return [];
    throw error;
  }
}

function byCode(book: Book, check: ContractId, { name, error }: Verdict): HandlingRunbook | null {
  const table: CodeTable = CONTRACTS[check].table;
  const own = book.codes.get(String(table[name]?.code));
  const raised = error === undefined ? undefined : book.codes.get(String(error.code));
  const runbook = own?.name === name ? own.runbook : raised?.runbook;
  return runbook === undefined ? null : describe(book, runbook, null);
}

function byStep(book: Book, check: ContractId, { name }: Verdict): HandlingRunbook | null {
  for (const { id, phases } of book.runbooks.values())
    for (const { steps } of phases)
      for (const step of steps)
        if (step.check === check && step.outcomes?.[name]) return describe(book, id, step.id);
  return null;
}

function describe(book: Book, id: string, step: string | null): HandlingRunbook | null {
  const runbook = book.runbooks.get(id);
  return runbook ? { book: book.id, id, title: runbook.title, file: runbook.at.file, step } : null;
}
