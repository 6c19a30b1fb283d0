import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { listed } from './words/sentence.ts';

export const sourceDocumentHasAReviewCadence: Rule = {
  id: 'source-document-has-a-review-cadence',
  summary: 'A procedure document says when it was reviewed and how often it is.',
  why: `
    People, services and providers change; a page that nobody looks at between incidents goes wrong unseen. Without a date a
    reader cannot tell an old truth from a current one.
    Write \`reviewed\` and \`review_every\` beside the document.
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
documents: [{title: Handbook, cites: section, reviewed: 2026-05-01}]
`,
  ],
  check(book, report) {
    for (const [index, { title, reviewed, review_every }] of book.manifest.documents.entries()) {
      const lacks = [
        ...(reviewed === undefined ? ['when it was last reviewed'] : []),
        ...(review_every === undefined ? ['how often it is reviewed'] : []),
      ];
      if (lacks.length > 0)
        report(
          under(book.manifest.at, 'documents', index),
          `"${title}"${reviewed === undefined ? '' : `, reviewed ${reviewed},`} does not say ${listed(lacks, 'nor')}`,
          'decide who reads it again and when',
        );
    }
  },
};
