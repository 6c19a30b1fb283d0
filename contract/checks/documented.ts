import type { Position } from '../../model/position.ts';
import { type CodeView, type ContractView, isInUse, keyOf, labelOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** Rung 2. */
export const documented: ContractCheck = (view, report) => {
  for (const code of view.codes.filter(isInUse)) {
    const missing = missingPlaces(view, code);
    const [first] = missing;
    if (!first) continue;
    report({
      rule: 'code-is-documented',
      position: first.position,
      subject: keyOf(code),
      message: `${labelOf(code)} has no row in ${missing.map(({ what }) => what).join(' and none in ')}`,
      mend: `add ${missing.map(({ row, what }) => `\`${row}\` to ${what}`).join(' and ')}`,
    });
  }
  silentComment(view, report);
};

interface Place {
  readonly what: string;
  readonly row: string;
  readonly position: Position;
}

function missingPlaces({ book, contract, source, declaredInDoc }: ContractView, code: CodeView): Place[] {
  const { sheet } = contract;
  const places: Place[] = [];
  const meaning = code.declared[0]?.meaning ?? '...';
  if (!code.row) {
    const row = `"${code.number ?? '...'}": {name: ${code.name ?? '...'}, meaning: ${meaning}, ...}`;
    places.push({
      what: `the sheet ${sheet}`,
      row,
      position: book.position({ file: sheet, path: ['codes'] }),
    });
  }
  const listsCodes = !declaredInDoc && (source.doc?.rows.length ?? 0) > 0;
  if (listsCodes && code.doc.length === 0 && source.doc) {
    const what = `the doc comment of \`${contract.function}\``;
    places.push({ what, row: `${code.number ?? '...'}  ${meaning}`, position: source.doc.position });
  }
  return places;
}

/** A function whose comment neither lists the codes nor says where they are listed. */
const silentComment: ContractCheck = ({ contract, source, declaredInDoc }, report) => {
  const { table } = contract;
  const first = source.returns?.[0];
  if (!first || !table || declaredInDoc || source.doc?.namesTable || (source.doc?.rows.length ?? 0) > 0)
    return;
  report({
    rule: 'code-is-documented',
    position: source.doc?.position ?? first.position,
    subject: 'doc comment',
    message: `the doc comment of \`${contract.function}\` neither lists the codes nor names \`${table.name}\``,
    mend: `say in the comment that it returns a code of \`${table.name}\``,
  });
};
