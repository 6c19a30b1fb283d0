import { parseInstant, realSeconds } from '../model/calendar.ts';
import { parseDuration } from '../model/duration.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';

export const reviewIsNotOverdue: Rule = {
  id: 'review-is-not-overdue',
  summary: 'A procedure document was reviewed within its cadence.',
  why: `
    The cadence is a promise to the person who follows the page at night: somebody has checked it lately. Once it is overdue
    the promise is broken for every page at once.
    Review the document and write the new date.
  `,
  good: [
    `
kind: book
documents: [{title: Handbook, cites: section, reviewed: 2026-05-01, review_every: 90d}]
`,
  ],
  bad: [
    `
kind: book
documents: [{title: Handbook, cites: section, reviewed: 2026-01-01, review_every: 90d}]
`,
  ],
  check(book, report, { today }) {
    const now = midnight(today);
    for (const [index, { title, reviewed, review_every }] of book.manifest.documents.entries()) {
      if (reviewed === undefined || review_every === undefined) continue;
      const start = midnight(reviewed);
      const late = now - start - realSeconds(parseDuration(review_every), start, book.manifest.calendar);
      if (late > 0)
        report(
          under(book.manifest.at, 'documents', index, 'reviewed'),
          `"${title}" was reviewed ${reviewed} and is to be every ${review_every}: ${Math.ceil(late / 86_400)} days overdue`,
          'review it and write the date',
        );
    }
  },
};

const midnight = (date: string) => parseInstant(`${date}T00:00Z`);
