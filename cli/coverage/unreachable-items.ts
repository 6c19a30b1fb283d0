import type { Book } from '../../model/book.ts';
import { fingerprint } from '../../model/fingerprint.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import { type Position, under } from '../../model/position.ts';
import { byPlace } from '../../model/sort-findings.ts';
import type { WaiverRuleId } from '../../rules/waivers/waiver-rules.ts';
import { type BookCoverage, type ItemCoverage, isReachable } from '../../simulator/coverage/coverage.ts';
import type { ReportedFinding } from '../check-report.ts';
import { COVERAGE_RULES, UNREACHABLE } from './coverage-rules.ts';

/** A waiver of a book for what coverage finds. */
export interface ItemWaiver {
  readonly book: string;
  readonly fingerprint: string;
  readonly owner: string;
  readonly expires: IsoDate;
  readonly position: Position;
}

/** `check` looks after the others. */
export const itemWaivers = (book: Book): ItemWaiver[] =>
  book.waivers
    .filter(({ rule }) => rule in COVERAGE_RULES)
    .map(({ fingerprint: mark, owner, expires, at }) => ({
      book: book.id,
      fingerprint: mark,
      owner,
      expires,
      position: book.position(under(at, 'fingerprint')),
    }));

/** What a complete search never reaches, without what somebody answers for; only where the whole book was looked at. */
export function settleItems(books: readonly BookCoverage[], waivers: readonly ItemWaiver[], day: IsoDate) {
  const found = books.flatMap(({ book, whole, items }) =>
    whole ? items.filter((item) => isReachable(item) === false).map((item) => unreachable(book, item)) : [],
  );
  const covers = (waiver: ItemWaiver, { book, fingerprint: mark }: ReportedFinding) =>
    waiver.book === book && waiver.fingerprint === mark;
  const waived = found.filter((finding) =>
    waivers.some((waiver) => covers(waiver, finding) && waiver.expires >= day),
  );
  const faults = waivers.flatMap((waiver) => {
    const finding = found.find((each) => covers(waiver, each));
    if (finding && waiver.expires >= day) return [];
    if (finding)
      return [
        fault(
          waiver,
          'waiver-has-not-expired',
          `this waiver of \`${waiver.owner}\` ended on ${waiver.expires}, and the finding is still there: ${finding.message}`,
        ),
      ];
    return isSearched(books, waiver.book)
      ? [fault(waiver, 'waiver-is-still-needed', `\`${UNREACHABLE}\` finds nothing here any more`)]
      : [];
  });
  const open = found.filter((finding) => !waived.includes(finding));
  return {
    findings: [...open, ...faults].sort((a, b) => byPlace({ ...a, position: a }, { ...b, position: b })),
    waived,
  };
}

/** All of the book was searched for, and nothing was left in doubt. */
const isSearched = (books: readonly BookCoverage[], id: string): boolean =>
  books.some(
    ({ book, whole, items }) =>
      book === id && whole && items.every((item) => isReachable(item) !== undefined),
  );

function unreachable(book: string, { kind, name, text, position }: ItemCoverage): ReportedFinding {
  return {
    book,
    rule: UNREACHABLE,
    message: `no incident can show this ${kind}: ${text} (${name})`,
    hint: 'strike the line, or mend what should lead to it',
    ...position,
    fingerprint: fingerprint(UNREACHABLE, position.file, [kind], name),
  };
}

const fault = (
  { book, fingerprint: mark, position }: ItemWaiver,
  rule: WaiverRuleId,
  message: string,
): ReportedFinding => ({
  book,
  rule,
  message,
  ...position,
  fingerprint: fingerprint(rule, position.file, ['waivers'], mark),
});
