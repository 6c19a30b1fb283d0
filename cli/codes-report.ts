import { checkContract } from '../contract/check-contract.ts';
import type { ContractChange } from '../contract/classify-changes.ts';
import type { Ladder } from '../contract/ladder.ts';
import type { ContractSnapshot } from '../contract/snapshot.ts';
import type { ReadFacts } from '../contract/source-facts.ts';
import { tryVectors } from '../contract/try-vectors.ts';
import type { Book, Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import { byPlace } from '../model/sort-findings.ts';
import type { StalePart } from '../publish/parts/stale-part.ts';
import { type ReportedFinding, reported } from './check-report.ts';
import { type ContractWork, sourcesTask, type VectorsRun, vectorsTask } from './contract-work.ts';
import { earlierState } from './earlier-state.ts';
import type { ExitName } from './exit-codes.ts';
import { repositoryText } from './repository-text.ts';
import type { SoundBooks } from './sound-book.ts';

/** What `codes --json` prints. A field that changes its meaning or goes away raises the version. */
export interface CodesReport {
  readonly version: 1;
  /** The state that changes were measured against; null where there was none. */
  readonly base: string | null;
  readonly contracts: readonly CheckedContract[];
  /** Of all contracts, by file, line and column. */
  readonly findings: readonly ReportedFinding[];
  /** Pages that were written. */
  readonly written: readonly string[];
}

export interface CheckedContract extends ContractSnapshot {
  readonly book: string;
  readonly id: string;
  /** Null when the source could not be read: then nothing was compared. */
  readonly ladder: Ladder | null;
  /** Its version in the base; null when the base has no such contract. */
  readonly before: string | null;
  readonly changes: readonly ContractChange[];
  readonly findings: number;
  /** A page that lags behind, with the lines that would change. */
  readonly page: StalePart | null;
}

/** Has the sources of every contract of the books read and compares them with all that speaks of their codes. */
export async function codesReport(
  { root, books }: SoundBooks,
  named: string | undefined,
  work: ContractWork,
): Promise<CodesReport> {
  const contracts = contractsOf(books);
  const [read, ran, base] = await allOf(root, contracts, named, work);
  const textOf = repositoryText(root);
  const checked = contracts.map(({ book, contract }, index) => {
    const before = base?.snapshot(book.id, contract);
    const facts = read[index] as ReadFacts;
    const tried = tryVectors(book, contract, textOf, ran[index] as VectorsRun);
    return { book, before, report: checkContract({ book, contract, facts, tried, textOf, before }) };
  });
  return {
    version: 1,
    base: base?.name ?? null,
    contracts: checked.map(({ book, before, report }) => ({
      book: book.id,
      id: report.id,
      ...report.snapshot,
      ladder: report.ladder ?? null,
      before: before?.version ?? null,
      changes: report.changes,
      findings: report.findings.length,
      page: report.page ?? null,
    })),
    findings: checked
      .flatMap(({ book, report }) => report.findings.map((finding) => ({ book: book.id, finding })))
      .sort((one, other) => byPlace(one.finding, other.finding))
      .map(({ book, finding }) => reported(book, finding)),
    written: [],
  };
}

interface BookContract {
  readonly book: Book;
  readonly contract: Entity<CodeContract>;
}

const contractsOf = (books: readonly Book[]): BookContract[] =>
  books.flatMap((book) => [...book.contracts.values()].map((contract) => ({ book, contract })));

/** What the sources say, what the vectors give, and how things stood earlier: git is asked while threads work. */
function allOf(
  root: string,
  found: readonly BookContract[],
  named: string | undefined,
  { readSources, runVectors }: ContractWork,
) {
  if (found.length === 0) return [[], [], undefined] as const;
  const contracts = found.map(({ contract }) => contract);
  const documents = new Set(contracts.flatMap(({ at, sheet }) => [at.file, sheet]));
  return Promise.all([
    readSources(sourcesTask(root, contracts)),
    runVectors(vectorsTask(root, contracts)),
    earlierState(root, named, [...documents]),
  ]);
}

/** Nothing compared is never green. */
export function codesExit({ contracts, findings }: CodesReport): ExitName {
  if (findings.length > 0) return 'findings';
  return contracts.length === 0 ? 'nothingMeasured' : 'ok';
}
