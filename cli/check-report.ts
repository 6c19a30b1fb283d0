import type { Finding } from '../model/finding.ts';
import type { IsoDate } from '../model/generated/types.ts';
import type { Checked } from '../model/load-book.ts';
import { byPlace } from '../model/sort-findings.ts';
import { ALL_RULES } from '../rules/all.ts';
import { checkBook } from '../rules/check-book.ts';
import { applyWaivers } from '../rules/waivers/apply-waivers.ts';
import { RULES_OF_COVERAGE } from './coverage/coverage-rules.ts';
import type { ExitName } from './exit-codes.ts';
import type { FoundBook } from './load-books.ts';
import { RULES_OF_SLIPS } from './mutation/slip-rules.ts';
import { RULES_OF_PROOFS } from './proofs/proof-rules.ts';

/** What `check --json` prints, see schemas/reports/. A field that changes its meaning or goes away raises the version. */
export interface CheckReport {
  readonly version: 1;
  readonly books: readonly CheckedBook[];
  /** Of all books, by file, line and column. */
  readonly findings: readonly ReportedFinding[];
}

export interface CheckedBook extends Checked {
  readonly id: string;
  /** How many rules were asked: none while the book cannot be put together. */
  readonly rules: number;
  readonly findings: number;
  /** Findings that a waiver of the book covers; they are not among the findings. */
  readonly waived: number;
}

/** Line and column count from 1, columns in UTF-16 units. */
export interface ReportedFinding {
  readonly book: string;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly fingerprint: string;
}

/** Runs every rule over the books as they stand today; `strays` are findings that belong to no book. */
export function checkReport(
  books: readonly FoundBook[],
  strays: readonly Finding[],
  today: IsoDate,
): CheckReport {
  const checked = books.map(({ id, loaded: { book, findings, checked } }) => ({
    id,
    checked,
    rules: book ? ALL_RULES.length : 0,
    ...(book
      ? applyWaivers(checkBook(book, ALL_RULES, { today }), book, today, [
          ...RULES_OF_PROOFS,
          ...RULES_OF_COVERAGE,
          ...RULES_OF_SLIPS,
        ])
      : { open: findings, waived: [] }),
  }));
  const all = [...checked, { id: '', open: strays }];
  const findings = all.flatMap(({ id, open }) => open.map((finding) => ({ id, finding })));
  return {
    version: 1,
    books: checked.map(({ id, checked, rules, open, waived }) => ({
      id,
      ...checked,
      rules,
      findings: open.length,
      waived: waived.length,
    })),
    findings: findings
      .sort((a, b) => byPlace(a.finding, b.finding))
      .map(({ id, finding }) => reported(id, finding)),
  };
}

/** A finding as it is printed. */
export const reported = (book: string, { position, fingerprint, ...rest }: Finding): ReportedFinding => ({
  book,
  ...rest,
  ...position,
  fingerprint,
});

/** A book in which nothing but its manifest was found was not checked: that is never a success. */
export function checkExit({ books, findings }: CheckReport): ExitName {
  if (findings.length > 0) return 'findings';
  return books.some(isEmpty) ? 'nothingMeasured' : 'ok';
}

export const isEmpty = ({ documents }: CheckedBook): boolean =>
  Object.keys(documents).every((kind) => kind === 'book');
