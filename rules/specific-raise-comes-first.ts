import type { Book, Statement } from '../model/book.ts';
import { parseSeconds } from '../model/duration.ts';
import type { RaiseRule } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { ownLevels } from './severity/levels-of.ts';
import { citedAfter } from './words/sentence.ts';

export const specificRaiseComesFirst: Rule = {
  id: 'specific-raise-comes-first',
  summary: 'A raise that one procedure has of its own comes before the general one.',
  why: `
    Both timers run, and the earlier one wins. A special rule that is slower than the general one never acts, although
    whoever wrote it wanted this procedure to be different.
    Make the special timer shorter, or exempt the procedure from the general rule in words.
  `,
  good: [
    `
kind: severities
raise:
  - {level: P2, to: P1, after: 4h, from: level, while: unresolved, source: {section: "1"}}
  - {runbook: drip, to: P1, after: 1h, from: opened.drip, while: unresolved, source: {section: "2"}}
`,
  ],
  bad: [
    `
kind: severities
raise:
  - {level: P2, to: P1, after: 4h, from: level, while: unresolved, source: {section: "1"}}
  - {runbook: drip, to: P1, after: 6h, from: opened.drip, while: unresolved, source: {section: "2"}}
`,
  ],
  check(book, report) {
    for (const special of book.raises) {
      const general = special.runbook === undefined ? undefined : generalFor(book, special);
      if (general && seconds(special) >= seconds(general))
        report(
          under(special.at, 'after'),
          `\`${special.runbook}\` is raised to ${special.to} after ${special.after}${citedAfter(special.source)}, and after ${general.after} by the rule for every ${general.level}${citedAfter(general.source)}: its own rule never acts`,
          'shorten the special timer, or say that the general one does not apply',
        );
    }
  },
};

const seconds = ({ after }: RaiseRule) => (after === undefined ? 0 : parseSeconds(after));

/** The timer for every incident of the level at which this runbook begins, to the same level. */
function generalFor(book: Book, { runbook, to, after }: RaiseRule): Statement<RaiseRule> | undefined {
  const found = book.runbooks.get(runbook ?? '');
  if (!found || after === undefined) return undefined;
  return book.raises.find(
    (other) =>
      other.runbook === undefined &&
      other.after !== undefined &&
      other.to === to &&
      other.level !== undefined &&
      ownLevels(found).includes(other.level),
  );
}
