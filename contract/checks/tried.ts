import { isSecond, keyOf, labelOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** Rung 3. Not asked where the contract has no vectors: the report says so. */
export const tried: ContractCheck = (view, report) => {
  const { contract, codes } = view;
  const [file] = contract.vectors ?? [];
  if (file === undefined || view.vectors.length === 0) return; // not there: said already
  for (const code of codes) {
    if (code.lifecycle !== 'active' || code.vectors.length > 0 || isSecond(view, code)) continue;
    report({
      rule: 'code-has-a-vector',
      position: { file, line: 1, column: 1 },
      subject: keyOf(code),
      message: `no vector expects ${labelOf(code)}`,
      mend: `add a vector with \`"expect": ${code.number ?? '...'}\` to ${file}`,
    });
  }
};
