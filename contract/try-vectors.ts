import type { Book, Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import type { SourceProblem, TextOf } from './contract-source.ts';
import { missingFiles } from './missing-files.ts';
import type { Observations } from './observe.ts';
import { readVectors, type VectorFile } from './read-vectors.ts';
import { recordedVectors } from './recorded-vectors.ts';

/** What the vectors of a contract expect, and what became of them. Nothing of it depends on the source. */
export interface TriedVectors {
  /** Files that the registry names and that are not there, and what is wrong with the others. */
  readonly problems: readonly SourceProblem[];
  /** Empty where some file is not there or cannot be read: of a part nobody can say what it lacks. */
  readonly vectors: readonly VectorFile[];
  /** By vector file, or by the record of another implementation; empty when nothing says what a run returned. */
  readonly observations: ReadonlyMap<string, Observations>;
}

/** The vector files of a contract that the verifier of this program runs. */
export const vectorsToRun = ({ runs_vectors, vectors = [] }: CodeContract): readonly string[] =>
  runs_vectors ? vectors : [];

/** Reads the vectors of a contract, and what `runVectors` or another implementation made of them. */
export function tryVectors(
  book: Book,
  contract: Entity<CodeContract>,
  textOf: TextOf,
  ran: readonly Observations[],
): TriedVectors {
  const found = (contract.vectors ?? []).flatMap((file) => {
    const text = textOf(file);
    return text === undefined ? [] : readVectors(file, text);
  });
  const problems = [...missingFiles(book, contract, textOf), ...found.flatMap((file) => file.problems)];
  const isWhole = found.length === contract.vectors?.length && problems.length === 0;
  const vectors = isWhole ? found : [];
  return { problems, vectors, observations: observe(contract, vectors, textOf, ran) };
}

function observe(
  { runs_vectors, observed: record }: CodeContract,
  vectors: readonly VectorFile[],
  textOf: TextOf,
  ran: readonly Observations[],
) {
  if (runs_vectors) return new Map(vectors.map(({ file }, index) => [file, ran[index] as Observations]));
  const text = record === undefined ? undefined : textOf(record);
  if (record === undefined || text === undefined) return new Map<string, Observations>();
  const expected = vectors.flatMap((file) => file.expected).map(({ id, number }) => [id, number] as const);
  return new Map([[record, recordedVectors(text, new Map(expected))]]);
}
