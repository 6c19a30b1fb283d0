import { checkingSteps } from './checking-steps.ts';
import type { ContractInput } from './contract-input.ts';
import type { ContractSource } from './contract-source.ts';
import type { ContractView } from './contract-view.ts';
import { joinCodes } from './join-codes.ts';
import { exitTableOf, passingsIn, readerOf } from './languages.ts';
import { type Observations, observeVectors, recordedVectors } from './observe.ts';
import type { VectorFile } from './read-vectors.ts';

/** What the contract's source says; undefined when it is not there. */
export function readSource({ contract, parsers, textOf }: ContractInput): ContractSource | undefined {
  const { file, language, table, function: name } = contract;
  const text = textOf(file);
  if (text === undefined) return undefined;
  const where = table && { name: table.name, file: table.file ?? file };
  return readerOf(language, parsers)({ file, text, function: name, table: where, textOf });
}

/** Everything that is known about a contract whose source and vectors were read. */
export function gatherView(
  input: ContractInput,
  source: ContractSource,
  vectors: readonly VectorFile[],
): ContractView {
  const { book, contract, parsers, textOf } = input;
  const observations = observe(input, vectors);
  const declaredInDoc = contract.table === undefined && source.declared.length === 0;
  const codes = joinCodes({
    source,
    declaredInDoc,
    rows: [...book.codes.values()].filter(({ at }) => at.file === contract.sheet),
    expected: vectors.flatMap(({ expected }) => expected),
    observed: observedNumbers(observations),
  });
  const { exits, check } = contract;
  return {
    book,
    contract,
    source,
    declaredInDoc,
    codes,
    vectors,
    observations,
    steps: check === undefined ? [] : checkingSteps(book, check),
    exitTable: exits && exitTableOf(parsers, exits.file, exits.table, textOf),
    passings: passings(input),
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

function passings({ contract, parsers, textOf, callers }: ContractInput) {
  const { function: name, table } = contract;
  const names = new Set([name, table?.name].filter((each) => each !== undefined));
  return callers.flatMap((file) => passingsIn(parsers, { file, text: textOf(file) ?? '' }, names, textOf));
}
