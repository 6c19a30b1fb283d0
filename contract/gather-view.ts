import { checkingSteps } from './checking-steps.ts';
import type { ContractInput } from './contract-input.ts';
import type { ContractSource } from './contract-source.ts';
import type { ContractView } from './contract-view.ts';
import { joinCodes } from './join-codes.ts';
import type { Observations } from './observe.ts';
import type { SourceFacts } from './source-facts.ts';

/** Everything that is known about a contract whose source and vectors were read. */
export function gatherView(
  input: ContractInput,
  facts: SourceFacts & { readonly source: ContractSource },
): ContractView {
  const { book, contract } = input;
  const { vectors, observations } = input.tried;
  const { source, exitTable, passings } = facts;
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

function observedNumbers(observations: ReadonlyMap<string, Observations>): ReadonlySet<number> | undefined {
  if (observations.size === 0) return undefined;
  const ran = [...observations.values()].filter((each) => each.kind === 'ran');
  return new Set(ran.flatMap(({ codes }) => [...codes.values()]));
}
