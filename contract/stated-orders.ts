import type { Position } from '../model/position.ts';
import { type ContractView, inRegistry } from './contract-view.ts';

/** An order of the checks that somebody wrote down. */
export interface StatedOrder {
  readonly where: 'the registry' | 'the sheet';
  readonly names: readonly string[];
  readonly position: Position;
}

/** What the registry says, and what the sheet says of the codes of this contract. */
export function statedOrders(view: ContractView): StatedOrder[] {
  const { book, contract, codes } = view;
  const orders: StatedOrder[] = [];
  if (contract.precedence)
    orders.push({
      where: 'the registry',
      names: contract.precedence,
      position: inRegistry(view, 'precedence'),
    });
  const names = book.codePrecedence.flatMap(
    (number) => codes.find(({ row }) => row && Number(row.id) === number)?.name ?? [],
  );
  if (names.length > 0)
    orders.push({
      where: 'the sheet',
      names,
      position: book.position({ file: contract.sheet, path: ['precedence'] }),
    });
  return orders;
}
