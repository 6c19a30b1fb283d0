import { under } from '../../model/position.ts';
import { type CodeView, type ContractView, keyOf, labelOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** A number that was given up stays unused: in the source, in vectors and in branches. */
export const reserved: ContractCheck = (view, report) => {
  for (const code of view.codes.filter(({ lifecycle }) => lifecycle === 'reserved')) {
    const use = useOf(view, code);
    if (!use) continue;
    report({
      rule: 'reserved-code-stays-unused',
      position: use.position,
      subject: keyOf(code),
      message: `${labelOf(code)} is reserved in the sheet, but ${use.what}`,
      mend: 'take another number for the new code, or take the use out',
    });
  }
};

function useOf({ book, steps }: ContractView, code: CodeView) {
  const [declared] = code.declared;
  if (declared) return { what: 'the source declares it', position: declared.position };
  const [site] = code.returns;
  if (site) return { what: 'it is returned here', position: site.position };
  const [vector] = code.vectors;
  if (vector) return { what: `the vector \`${vector.id}\` expects it`, position: vector.position() };
  const step = steps.find(({ branches }) => code.name !== undefined && branches?.includes(code.name));
  if (!step) return undefined;
  const position = book.position(under(step.at, 'outcomes', code.name ?? ''));
  return { what: `the step \`${step.step}\` branches on it`, position };
}
