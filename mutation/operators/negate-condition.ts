import type { Condition } from '../../model/generated/types.ts';
import type { Change } from '../document/change.ts';
import type { Operator } from './operator.ts';
import { titled } from './select.ts';

export const negateCondition: Operator = {
  id: 'negate-condition',
  summary: 'A condition is read the other way round.',
  apply: (subject) =>
    titled(subject, 'Condition').flatMap(({ path, value }) =>
      Object.keys(value as Condition).flatMap((key): Change[][] => {
        const opposite = OPPOSITE[key];
        if (opposite !== undefined)
          return key in OPPOSITE && opposite in (value as object)
            ? []
            : [[{ op: 'rename', path: [...path, key], to: opposite }]];
        const said = (value as Record<string, unknown>)[key];
        return typeof said === 'boolean' ? [[{ op: 'set', path: [...path, key], to: !said }]] : [];
      }),
    ),
};

const OPPOSITE: Readonly<Record<string, string>> = { facts: 'without', without: 'facts' };
