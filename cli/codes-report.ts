import { checkContract } from '../contract/check-contract.ts';
import type { ContractChange } from '../contract/classify-changes.ts';
import type { Ladder } from '../contract/ladder.ts';
import type { ContractSnapshot } from '../contract/snapshot.ts';
import type { ReadFacts } from '../contract/source-facts.ts';
import { type TriedVectors, tryVectors } from '../contract/try-vectors.ts';
import type { Book, Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import { byPlace } from '../model/sort-findings.ts';
import type { StalePart } from '../publish/parts/stale-part.ts';
import { type ReportedFinding, reported } from './check-report.ts';
import { earlierState } from './earlier-state.ts';
import type { ExitName } from './exit-codes.ts';
import type { SourcesTask } from './read-sources.ts';
import { repositoryText } from './repository-text.ts';
import type { SoundBooks } from './sound-book.ts';
import { sourceFiles } from './source-files.ts';

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

/** Reads the sources of contracts, in the order in which they are asked for. */
export type ReadSources = (task: SourcesTask) => Promise<readonly ReadFacts[]>;

/** Has the sources of every contract of the books read and compares them with all that speaks of their codes. */
export async function codesReport(
  { root, books }: SoundBooks,
  named: string | undefined,
  readSources: ReadSources,
): Promise<CodesReport> {
  const contracts = books.flatMap((book) => contractsOf(root, book));
  const asked = contracts.map(({ contract, callers }) => ({ contract, callers }));
  const reading = contracts.length > 0 ? readSources({ root, asked }) : [];
  const documents = new Set(contracts.flatMap(({ contract }) => [contract.at.file, contract.sheet]));
  const base = contracts.length > 0 ? earlierState(root, named, [...documents]) : undefined;
  const textOf = repositoryText(root);
  const tried = contracts.map(({ book, contract }) => tryVectors(book, contract, textOf)); // while sources are read
  const read = await reading;
  const checked = contracts.map(({ book, contract }, index) => {
    const before = base?.snapshot(book.id, contract);
    const [facts, mine] = [read[index] as ReadFacts, tried[index] as TriedVectors];
    return { book, before, report: checkContract({ book, contract, facts, tried: mine, textOf, before }) };
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

interface Asked {
  readonly book: Book;
  readonly contract: Entity<CodeContract>;
  /** Files; folders are spread out. */
  readonly callers: readonly string[];
}

const contractsOf = (root: string, book: Book): Asked[] =>
  [...book.contracts.values()].map((contract) => ({
    book,
    contract,
    callers: (contract.callers ?? []).flatMap((path) => sourceFiles(root, path)),
  }));

/** Nothing compared is never green. */
export function codesExit({ contracts, findings }: CodesReport): ExitName {
  if (findings.length > 0) return 'findings';
  return contracts.length === 0 ? 'nothingMeasured' : 'ok';
}
