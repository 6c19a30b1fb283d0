import { type CheckedBook, type CheckReport, isEmpty } from '../check-report.ts';
import type { Paint } from '../paint.ts';
import { counted } from './counted.ts';

/** What was looked at and what came of it, a line a book. */
export function summary({ books, findings }: CheckReport, paint: Paint): string {
  const width = Math.max(...books.map(({ id }) => id.length));
  const lines = books.map(
    (book) => `${verdict(book, paint)} ${paint.bold(book.id.padEnd(width))}  ${what(book)}`,
  );
  const strays = findings.filter(({ book }) => book === '').length;
  if (strays > 0) lines.push(`${paint.bad('✗')} ${counted(strays, 'finding')} outside of every book`);
  return `${lines.join('\n')}\n`;
}

function verdict(book: CheckedBook, paint: Paint): string {
  if (book.findings > 0) return paint.bad('✗');
  return isEmpty(book) ? paint.bad('?') : paint.good('✓');
}

function what(book: CheckedBook): string {
  const { runbook = 0, scenario = 0, ...policies } = book.documents;
  const policy = Object.values(policies).reduce((sum, count) => sum + count, 0);
  const read = `${counted(book.files, 'file')} (${counted(policy, 'policy', 'policies')}, ${counted(runbook, 'runbook')}, ${counted(scenario, 'scenario')})`;
  if (isEmpty(book) && book.findings === 0)
    return `${read}: nothing to check, the book has no policy and no runbook`;
  const links = `${counted(book.references, 'reference')}`;
  if (book.findings > 0)
    return `${counted(book.findings, 'finding')} in ${read}${book.rules === 0 ? '; rules are asked once these are mended' : ''}`;
  return `${read} fit their schemas, ${links} resolve, ${counted(book.rules, 'rule')} hold`;
}
