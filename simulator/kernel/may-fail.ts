import type { Machine, Owner } from './machine.ts';

/** A person or a group. */
export type Human = Extract<Owner, { readonly failed: number }>;

/** Unless a proof assumes that this owner never fails. */
export const mayFail = (owner: Owner): owner is Human => 'failed' in owner && owner.assumed !== 'steady';

/** By the variable that counts their failures: all who may fail, and their names. */
export const thoseWhoMayFail = ({ windows }: Machine): Map<number, string> =>
  new Map(
    windows.flatMap(({ owner, hi }) =>
      hi !== undefined && mayFail(owner) ? [[owner.failed, owner.id]] : [],
    ),
  );
