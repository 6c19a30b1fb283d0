import type { Machine, Owner } from '../kernel/machine.ts';
import type { Subject } from './subject.ts';

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

/** The same, where these are late from the start and nobody else ever is. */
export function onlyTheseFail(subject: Subject, failing: ReadonlySet<number>): Subject {
  const { machine } = subject.assumed;
  const assume = (owner: Owner): Owner =>
    'failed' in owner ? { ...owner, assumed: failing.has(owner.failed) ? 'late' : 'steady' } : owner;
  const windows = machine.windows.map((window) => ({ ...window, owner: assume(window.owner) }));
  const late = [...thoseWhoMayFail(machine)].flatMap(([failed, id]) => (failing.has(failed) ? id : []));
  return { ...subject, late, assumed: { ...subject.assumed, machine: { ...machine, windows } } };
}
