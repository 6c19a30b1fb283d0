import { didYouMeanHint } from '../../model/did-you-mean.ts';
import { type Position, under } from '../../model/position.ts';
import { type ContractView, inRegistry } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** Every name that the registry or a branch writes is one of the contract's. */
export const namesKnown: ContractCheck = (view, report) => {
  const names = view.codes.flatMap(({ names }) => [...names]);
  for (const { name, position, where } of [...registryNames(view), ...branchNames(view)]) {
    if (names.includes(name)) continue;
    report({
      rule: 'registry-names-codes',
      position,
      subject: `${where} ${name}`,
      message: `${where} names \`${name}\`, which is no code of this contract`,
      mend: didYouMeanHint(name, names) ?? 'take it out, or declare the code',
    });
  }
  for (const runbook of missingCalls(view)) report(runbook);
};

interface Written {
  readonly name: string;
  readonly where: string;
  readonly position: Position;
}

function registryNames(view: ContractView): Written[] {
  const { precedence = [], exits } = view.contract;
  const list = (names: readonly string[], ...path: string[]) =>
    names.map((name, index) => ({ name, where: path.join('.'), position: inRegistry(view, ...path, index) }));
  return [
    ...list(precedence, 'precedence'),
    ...Object.entries(exits?.codes ?? {}).flatMap(([exit, names]) => list(names, 'exits', 'codes', exit)),
  ];
}

const branchNames = ({ book, steps }: ContractView): Written[] =>
  steps.flatMap(({ step, at, branches = [] }) =>
    branches.map((name) => ({
      name,
      where: `the step \`${step}\``,
      position: book.position(under(at, 'outcomes', name)),
    })),
  );

/** A runbook that the registry lists has to do with the contract. */
function missingCalls(view: ContractView) {
  const { book, contract, steps, codes } = view;
  return (contract.runbooks ?? []).flatMap((id, index) => {
    const opensOnCode = codes.some(({ row }) => row?.runbook === id);
    if (opensOnCode || steps.some(({ runbook }) => runbook === id)) return [];
    return {
      rule: 'registry-names-codes',
      position: inRegistry(view, 'runbooks', index),
      subject: `runbook ${id}`,
      message: `\`${id}\` neither calls the check${contract.check === undefined ? '' : ` \`${contract.check}\``} nor opens on a code of this contract`,
      mend: `take it out of \`runbooks\`, or add the step to ${book.runbooks.get(id)?.at.file ?? 'the runbook'}`,
    } as const;
  });
}
