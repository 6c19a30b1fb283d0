import type { Position } from '../../model/position.ts';
import type { ContractCheck } from './check.ts';

/** No number and no name stands twice in the table or in the doc comment. The loader sees to the sheet. */
export const once: ContractCheck = ({ source }, report) => {
  const written = [
    ...repeated(source.declared, 'number', 'the source'),
    ...repeated(source.declared, 'name', 'the source'),
    ...repeated(source.doc?.rows ?? [], 'number', 'the doc comment'),
  ];
  for (const { what, value, where, position, firstLine } of written)
    report({
      rule: 'code-stands-once',
      position,
      subject: `${what} ${value} ${where}`,
      message: `the ${what} \`${value}\` stands twice in ${where}, first on line ${firstLine}`,
      mend: `give one of the two another ${what}, or take it out`,
    });
};

interface Written {
  readonly number: number;
  readonly name?: string | undefined;
  readonly position: Position;
}

/** Entries whose number or name an earlier one has. */
function repeated(entries: readonly Written[], what: 'number' | 'name', where: string) {
  const first = new Map<number | string, Position>();
  return entries.flatMap((entry) => {
    const value = entry[what];
    if (value === undefined) return [];
    const before = first.get(value);
    if (!before) first.set(value, entry.position);
    return before ? { what, value, where, position: entry.position, firstLine: before.line } : [];
  });
}
