import type { Approval } from '../../model/generated/types.ts';
import type { Change } from '../document/change.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const anyApprovalWillDo: Operator = {
  id: 'any-approval-will-do',
  summary: 'One approval is enough where all were asked for.',
  safety: true,
  apply: (subject) =>
    under(subject, 'approvals').flatMap(({ path, value }) => {
      const approvals = value as readonly Approval[];
      return approvals.slice(1).flatMap((approval, before): Change[][] => {
        const [first, second] = [approvals[before]?.role, approval.role];
        if (first === undefined || second === undefined) return [];
        const place = [...path, before];
        return [
          [
            { op: 'drop', path: [...path, before + 1] },
            { op: 'rename', path: [...place, 'role'], to: 'any_of' },
            { op: 'set', path: [...place, 'any_of'], to: [first, second] },
          ],
        ];
      });
    }),
};
