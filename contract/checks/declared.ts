import { type CodeView, type ContractView, isInUse, keyOf, labelOf, placeOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** Rung 1. */
export const declared: ContractCheck = (view, report) => {
  for (const code of view.codes.filter(isInUse)) {
    if (code.declared.length > 0) continue;
    report({
      rule: 'code-is-declared',
      position: placeOf(view, code),
      subject: keyOf(code),
      message: `${labelOf(code)} ${standsAs(code)}, but ${declaration(view)} does not declare it`,
      mend: `declare it in ${declaration(view)}, or take it out here`,
    });
  }
};

function standsAs({ returns, doc, row }: CodeView): string {
  if (returns.length > 0) return 'is returned here';
  if (doc.length > 0) return 'stands in the doc comment';
  return row ? 'stands in the sheet' : 'is expected by a vector';
}

export function declaration({ contract, declaredInDoc }: ContractView): string {
  if (declaredInDoc) return `the doc comment of \`${contract.function}\``;
  const { table, file } = contract;
  return table ? `\`${table.name}\` in ${table.file ?? file}` : `\`${file}\``;
}
