import { type CodeView, type ContractView, isSecond, keyOf, labelOf, placeOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** Rung 4: by a return that can be reached, and in a run of the vectors. */
export const returned: ContractCheck = (view, report) => {
  for (const code of view.codes) {
    if (code.lifecycle !== 'active' || isSecond(view, code)) continue;
    const why = whyNot(view, code);
    if (why === undefined) continue;
    const position = code.returns.find(({ reachable }) => reachable)?.position ?? placeOf(view, code);
    report({ rule: 'code-is-returned', position, subject: keyOf(code), ...why });
  }
};

function whyNot({ contract, source }: ContractView, code: CodeView) {
  const label = labelOf(code);
  const name = `\`${contract.function}\``;
  // What cannot be read may be this code: the return that cannot be read is a finding of its own.
  const isOpen =
    source.returns?.some(({ value, reachable }) => reachable && value.kind === 'dynamic') ?? false;
  if (source.returns && !isOpen && !code.returns.some(({ reachable }) => reachable))
    return {
      message: `${label} is ${placesOf(code)}, but no return of ${name} gives it`,
      mend: 'return it, or mark it `lifecycle: reserved` in the sheet and take it out of the source',
    };
  if (code.observed !== false) return undefined;
  return {
    message: `no run of the vectors made ${name} return ${label}`,
    mend:
      code.vectors.length > 0
        ? 'mend the vector or the function'
        : 'add a vector that makes the function return it',
  };
}

function placesOf({ declared, row, doc }: CodeView): string {
  if (declared.length > 0 && (row || doc.length > 0)) return 'declared and documented';
  if (declared.length > 0) return 'declared';
  return row || doc.length > 0 ? 'documented' : 'expected by a vector';
}
