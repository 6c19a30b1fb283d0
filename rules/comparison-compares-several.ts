import type { Invariant } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';

const COMPARISONS = ['exactly_one', 'at_most_one', 'distinct_people'] as const satisfies (keyof Invariant)[];

export const comparisonComparesSeveral: Rule = {
  id: 'comparison-compares-several',
  summary: 'An invariant that compares things names two at least, or compares incidents.',
  why: `
    Of one event there is never more than one, and one role is kept apart from nothing: such an invariant holds whatever happens
    and protects nobody.
    Name what it is to be compared with, or write \`across: incidents\` if the same thing is meant in two incidents at once.
  `,
  good: [
    `
kind: invariants
invariants:
  - {id: one-commander, across: incidents, distinct_people: [lead], source: {section: "3"}}
`,
    `
kind: invariants
invariants:
  - {id: one-end, at_most_one: [closed, resolved], source: {section: "3"}}
`,
  ],
  bad: [
    `
kind: invariants
invariants:
  - {id: one-commander, distinct_people: [lead], source: {section: "3"}}
`,
    `
kind: invariants
invariants:
  - {id: one-end, exactly_one: [closed], source: {section: "3"}}
`,
  ],
  check(book, report) {
    for (const invariant of book.invariants.values())
      for (const key of COMPARISONS)
        if (invariant[key]?.length === 1 && invariant.across === undefined)
          report(
            under(invariant.at, key),
            `\`${invariant.id}\` compares \`${invariant[key][0]}\` with nothing, so it always holds`,
            'name another, or write `across: incidents`',
          );
  },
};
