import { type CheckReport, checkReport } from './check-report.ts';
import { type FoundBooks, loadBooks } from './load-books.ts';
import { strayFiles } from './stray-files.ts';
import { today } from './today.ts';

/** Reads the books as they are now and checks them. */
export function runCheck(named: string | undefined): {
  readonly found: FoundBooks;
  readonly report: CheckReport;
} {
  const found = loadBooks(named);
  return { found, report: checkReport(found.books, found.all ? strayFiles(found.repository) : [], today()) };
}
