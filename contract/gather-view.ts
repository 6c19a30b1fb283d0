import { checkingSteps } from './checking-steps.ts';
import type { ContractInput } from './contract-input.ts';
import type { ContractSource } from './contract-source.ts';
import type { ContractView } from './contract-view.ts';
import { joinCodes } from './join-codes.ts';
import { type Observations, observeVectors, recordedVectors } from './observe.ts';
import type { VectorFile } from './read-vectors.ts';
import type { SourceFacts } from './source-facts.ts';

/** Everything that is known about a contract whose source and vectors were read. */
export function gatherView(
  input: ContractInput,
  facts: SourceFacts & { readonly source: ContractSource },
  vectors: readonly VectorFile[],
): ContractView {
  const { book, contract } = input;
  const { source, exitTable, passings } = facts;
  const observations = observe(input, vectors);
  const declaredInDoc = contract.table === undefined && source.declared.length === 0;
  const codes = joinCodes({
    source,
    declaredInDoc,
    rows: [...book.codes.values()].filter(({ at }) => at.file === contract.sheet),
    expected: vectors.flatMap(({ expected }) => expected),
    observed: observedNumbers(observations),
  });
  const { check } = contract;
  return {
    book,
    contract,
    source,
    declaredInDoc,
    codes,
    vectors,
    observations,
    steps: check === undefined ? [] : checkingSteps(book, check),
    exitTable,
    passings,
  };
}

/** Runs the vectors, or reads what another implementation made of them. */
function observe({ contract, textOf }: ContractInput, vectors: readonly VectorFile[]) {
  const { runs_vectors, observed: record } = contract;
  if (runs_vectors) return new Map(vectors.map(({ file }) => [file, observeVectors(textOf(file) ?? '')]));
  const text = record === undefined ? undefined : textOf(record);
  if (record === undefined || text === undefined) return new Map<string, Observations>();
  const expected = vectors.flatMap((file) => file.expected).map(({ id, number }) => [id, number] as const);
  return new Map([[record, recordedVectors(text, new Map(expected))]]);
}

function observedNumbers(observations: ReadonlyMap<string, Observations>): ReadonlySet<number> | undefined {
  if (observations.size === 0) return undefined;
  const ran = [...observations.values()].filter((each) => each.kind === 'ran');
  return new Set(ran.flatMap(({ codes }) => [...codes.values()]));
}
