import { type Human, mayFail } from '../../kernel/may-fail.ts';
import type { Cone } from '../cone/cone.ts';

/** One thing that may happen in a cone; its place in the list is its number in a search. */
export type Move =
  | { readonly kind: 'fire'; readonly window: number; readonly alternative: number }
  | { readonly kind: 'fail'; readonly owner: Human; readonly restless: boolean }
  | { readonly kind: 'tick' };

/** How often this owner can fail: a person once, a group once a seat. */
export const seatsOf = (owner: Human): number => (owner.kind === 'group' ? owner.seats : 1);

/** Fires in book order, then the tick, then one failure a person or group. */
export function movesOf({ machine, restless }: Cone): Move[] {
  const fires = machine.windows.flatMap(({ alternatives }, window) =>
    alternatives.map((_, alternative): Move => ({ kind: 'fire', window, alternative })),
  );
  const owners = new Map<number, Move>();
  for (const { owner, hi } of machine.windows)
    if (hi !== undefined && mayFail(owner))
      owners.set(owner.failed, { kind: 'fail', owner, restless: false });
  for (const owner of restless) owners.set(owner.failed, { kind: 'fail', owner, restless: true });
  return [...fires, { kind: 'tick' }, ...owners.values()];
}
