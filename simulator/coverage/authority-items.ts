import { under } from '../../model/position.ts';
import { all, atLeast, type Guard, is, not } from '../kernel/guard.ts';
import type { ItemDraft } from './item.ts';
import type { Setting } from './setting.ts';

/**
 * For every approval of an authority that was asked for: the instant at which it alone is missing; of a group, its last signature.
 * A check that the others are enough would pass there.
 */
export function authorityItems(setting: Setting): ItemDraft[] {
  const { book, variable, is: holds } = setting;
  return [...book.authorities.values()].flatMap(({ id, title, approvals, requires, at }) => {
    const asked = holds(`asked/${id}`, 1);
    if (!asked || approvals.length === 0) return [];
    const facts = (requires ?? []).flatMap((fact) => holds(`fact/${fact}`, 1) ?? []);
    const given = approvals.map(({ group, any_of, role, at_least }) => {
      const key = group ?? (any_of ?? [role]).join('-or-');
      const name = group === undefined ? `approval/${id}/${key}` : `signed/${id}/${group}`;
      const counted = variable(name);
      const needed = group === undefined ? 1 : (at_least ?? 1);
      return { key, needed, counted };
    });
    return given.flatMap(({ key, needed, counted }, place): ItemDraft[] => {
      if (counted === undefined) return [];
      const others = given.flatMap((other, index): Guard[] =>
        index === place || other.counted === undefined ? [] : [atLeast(other.counted, other.needed)],
      );
      const short = needed === 1 ? not(atLeast(counted, 1)) : is(counted, needed - 1);
      return [
        {
          kind: 'authority',
          name: `authority/${id}/without/${key}`,
          text: `${title}: only ${key} is missing${needed > 1 ? `, at ${needed - 1} of ${needed} signatures` : ''}`,
          at: under(at, 'approvals', place),
          seen: { op: 'state', guard: all(asked, ...facts, ...others, short) },
        },
      ];
    });
  });
}
