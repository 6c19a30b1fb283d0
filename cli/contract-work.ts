import type { Observations } from '../contract/observe.ts';
import type { FactsRequest, ReadFacts } from '../contract/source-facts.ts';
import { vectorsToRun } from '../contract/try-vectors.ts';
import type { Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import { sourceFiles } from './source-files.ts';

/** Work on files that contracts name, contract by contract; nothing of it needs a book. */
export interface ContractWork {
  readSources(task: SourcesTask): Promise<readonly ReadFacts[]>;
  runVectors(task: VectorsTask): Promise<readonly VectorsRun[]>;
}

/** `root`: of the repository. */
export interface SourcesTask {
  readonly root: string;
  readonly asked: readonly FactsRequest[];
}

export interface VectorsTask {
  readonly root: string;
  /** Files, contract by contract. */
  readonly asked: readonly (readonly string[])[];
}

/** Of one contract, file by file. */
export type VectorsRun = readonly Observations[];

type Contracts = readonly Entity<CodeContract>[];

export const sourcesTask = (root: string, contracts: Contracts): SourcesTask => ({
  root,
  asked: contracts.map((contract) => ({
    contract,
    callers: (contract.callers ?? []).flatMap((path) => sourceFiles(root, path)),
  })),
});

export const vectorsTask = (root: string, contracts: Contracts): VectorsTask => ({
  root,
  asked: contracts.map(vectorsToRun),
});
