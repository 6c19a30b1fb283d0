import type { IsoDate } from '../../model/generated/types.ts';
import { rereader } from '../../model/load-book.ts';
import { judgeOf } from '../../mutation/judge/judge.ts';
import type { ProofLimits } from '../../mutation/judge/proofs-watch.ts';
import { listMutants, sourcesOf } from '../../mutation/list-mutants.ts';
import type { Mutant } from '../../mutation/mutant.ts';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';
import { type ToldMutant, tellMutant } from '../../mutation/told-mutant.ts';
import { ALL_RULES } from '../../rules/all.ts';
import type { CluesByPath } from '../../simulator/proofs/clues-file.ts';
import type { BookFile } from '../read-book-files.ts';

/** What a thread has to know before its first mutant; structured clones carry it there. */
export interface MutationInit {
  readonly files: ReadonlyMap<string, readonly BookFile[]>;
  readonly day: IsoDate;
  readonly proofs: ProofLimits | undefined;
  /** How promises were proved before. */
  readonly clues: CluesByPath;
}

/** Some mutants of one book, by fingerprint. */
export interface MutationTask {
  readonly book: string;
  readonly mutants: readonly string[];
}

interface Bench {
  readonly judge: (fingerprint: string) => ToldMutant;
}

/** Judges tasks; what judges the mutants of a book is set up when the first of them comes, and kept. */
export function mutationPlayer(init: MutationInit): (task: MutationTask) => ToldMutant[] {
  const benches = new Map<string, Bench>();
  return ({ book, mutants }) => {
    const bench = benches.get(book) ?? benchFor(init, book);
    benches.set(book, bench);
    return mutants.map(bench.judge);
  };
}

function benchFor({ files, day, proofs, clues }: MutationInit, id: string): Bench {
  const shelf = rereader([...(files.get(id) ?? [])], id);
  const { book } = shelf.loaded;
  if (!book) throw new Error(`the book ${id} was sound before`);
  const sources = sourcesOf(shelf.files);
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const mutants = new Map(listMutants(book, sources, ALL_OPERATORS).map((each) => [each.fingerprint, each]));
  const judge = judgeOf({ book, shelf, rules: ALL_RULES, today: day, proofs, clues });
  return {
    judge: (fingerprint) => {
      const mutant = mutants.get(fingerprint) as Mutant;
      return tellMutant(book, texts.get(mutant.file) ?? '', mutant, judge(mutant));
    },
  };
}
