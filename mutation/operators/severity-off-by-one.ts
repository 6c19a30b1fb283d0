import type { Operator } from './operator.ts';
import { titled } from './select.ts';

export const severityOffByOne: Operator = {
  id: 'severity-off-by-one',
  summary: 'A severity is one level too low; the lowest is one too high.',
  apply: (subject) => {
    const levels = [...subject.book.severities.keys()];
    return titled(subject, 'SeverityRef').flatMap(({ path, value }) => {
      const rank = levels.indexOf(String(value));
      const other = levels[rank + 1] ?? levels[rank - 1];
      return rank < 0 || other === undefined ? [] : [[{ op: 'set', path, to: other }]];
    });
  },
};
