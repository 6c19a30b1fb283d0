import type { Book } from '../model/book.ts';
import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';
import { byPlace } from '../model/sort-findings.ts';
import type { Rule } from './rule.ts';

/** What the rules find in a book, by file, line and column. */
export function checkBook(book: Book, rules: readonly Rule[]): Finding[] {
  const findings: Finding[] = [];
  for (const { id, check } of rules)
    check(book, (at, message, hint, subject = '') => {
      findings.push(
        makeFinding({
          rule: id,
          position: book.position(at),
          path: book.namedPath(at),
          subject,
          message,
          hint,
        }),
      );
    });
  return findings.sort(byPlace);
}
