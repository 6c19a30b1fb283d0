import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { type Prover, type ProverOptions, proverOf } from '../../simulator/explore/prove.ts';
import type { Budget } from '../../simulator/explore/search/search.ts';
import { type CluesByPath, clueIn } from '../../simulator/proofs/clues-file.ts';
import { incidentKeyOf, type ProofTask } from '../../simulator/proofs/proof-tasks.ts';
import { recordedFor } from '../../simulator/proofs/recorded.ts';
import { rank } from '../../simulator/proofs/standing.ts';
import { tellProof, tellSlack } from '../../simulator/proofs/tell-proof.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { BookFile } from '../read-book-files.ts';

/** What a thread has to know before its first proof; structured clones carry it there. */
export interface ProofInit {
  readonly files: ReadonlyMap<string, readonly BookFile[]>;
  readonly budget: Budget;
  readonly outages: boolean;
  /** How promises were decided before. */
  readonly clues: CluesByPath;
  /** The longest way to each deadline is looked for too. */
  readonly slack: boolean;
  /** Whether what promises survive is to be known, and not only whether it is as much as is recorded. */
  readonly thorough: boolean;
}

/** When the drills that stories become start, unless somebody edits them: a Wednesday, in the office hours of most of the world. */
export const STARTS = '2026-09-16T14:00:00Z';

/** Proves one promise after the other; the lowered incident of the last runbook is kept, for its next promise most likely follows. */
export function proofPlayer(init: ProofInit): (task: ProofTask) => ToldProof {
  const books = new Map<string, Book>();
  let last: { readonly key: string; readonly prover: Prover } | undefined;
  const bookOf = (id: string): Book => {
    const book = books.get(id) ?? loadBook([...(init.files.get(id) ?? [])], id).book;
    if (!book) throw new Error(`the book ${id} was sound before`);
    books.set(id, book);
    return book;
  };
  const proverFor = (book: Book, task: ProofTask): Prover => {
    const key = incidentKeyOf(task);
    if (last?.key !== key) {
      last = { key, prover: proverOf(book, optionsFor(book, init, task)) };
    }
    return last.prover;
  };
  return (task) => {
    const book = bookOf(task.book);
    const prover = proverFor(book, task);
    const { machine, prove } = prover;
    const promise = machine.promises.find(({ name }) => name === task.promise);
    if (!promise) throw new Error(`${task.runbook} made the promise ${task.promise} before`);
    const told = tellProof(book, machine, promise, prove(promise), {
      failuresAsked: init.budget.failures ?? null,
      // What is recorded was proved of incidents in which nothing is lost.
      recorded: init.outages ? null : recordedFor(book, task),
    });
    return init.slack && told.verdict !== 'never-called'
      ? { ...told, slack: tellSlack(book, prover, promise) }
      : told;
  };
}

/** What is recorded was found in incidents that are alone and in which nothing is lost. */
function optionsFor(
  book: Book,
  { budget, outages, clues, thorough }: ProofInit,
  task: ProofTask,
): ProverOptions {
  const { runbook, beside } = task;
  const options = { runbook, budget, outages, starts: STARTS };
  if (beside !== undefined) return { ...options, beside };
  if (outages) return options;
  const survived = (promise: string): number | undefined => {
    const recorded = recordedFor(book, { ...task, promise });
    return recorded === null ? undefined : rank(recorded);
  };
  return { ...options, clueTo: clueIn(clues, task), ...(thorough ? {} : { survived }) };
}
