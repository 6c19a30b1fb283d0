import type { Position } from '../../model/position.ts';
import { keyOf, labelOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** No number and no name stands twice in the table or in the doc comment. The loader sees to the sheet. */
export const once: ContractCheck = ({ codes, source, declaredInDoc }, report) => {
  for (const code of codes) {
    const where = declaredInDoc ? 'the doc comment' : 'the source';
    for (const places of [
      { where, all: code.declared },
      { where: 'the doc comment', all: code.doc },
    ])
      for (const again of places.all.slice(1).filter(({ number }) => number === places.all[0]?.number))
        report({
          rule: 'code-stands-once',
          position: again.position,
          subject: `${keyOf(code)} ${places.where}`,
          message: `the number of ${labelOf(code)} stands twice in ${places.where}, first on line ${places.all[0]?.position.line}`,
          mend: 'give one of the two another number, or take it out',
        });
  }
  const byName = new Map<string, Position>();
  for (const { name, number, position } of source.declared) {
    const first = name === undefined ? undefined : byName.get(name);
    if (first)
      report({
        rule: 'code-stands-once',
        position,
        subject: `name ${name} ${number}`,
        message: `the name \`${name}\` stands twice in the source, first on line ${first.line}`,
        mend: 'give one of the two another name, or take it out',
      });
    else if (name !== undefined) byName.set(name, position);
  }
};
