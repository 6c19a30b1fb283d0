import { type SourcedStatement, sourcedStatements } from '../model/citations.ts';
import type { SourceDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { cited, listed } from './words/sentence.ts';

export const documentIsNoOlderThanWhatItSays: Rule = {
  id: 'document-is-no-older-than-what-it-says',
  summary: 'The date of a procedure document is not before the things that it tells of.',
  why: `
    A page that tells of the second of May cannot be the one that was reviewed on the twenty-ninth of April: somebody has
    changed it since, without a revision and without a review. Two people with "Rev. A" then hold two different documents.
    Give the change a revision of its own and review it, or take it out.
  `,
  good: [
    `
kind: runbook
id: leak
notes: [{title: State, text: As of 2026-04-30 the valve sticks., source: {section: "2"}}]
`,
  ],
  bad: [
    `
kind: runbook
id: leak
notes: [{title: State, text: As of 2026-05-30 the valve sticks., source: {section: "2"}}]
`,
  ],
  check(book, report, { today }) {
    const dated = book.manifest.documents.filter(({ reviewed }) => reviewed !== undefined);
    if (dated.length === 0) return;
    const statements = sourcedStatements(book).filter(({ at }) => !at.file.startsWith('scenarios/'));
    for (const [index, { title, cites, reviewed = '' }] of book.manifest.documents.entries()) {
      const later = statements.flatMap((statement) =>
        datesOf(statement, cites)
          .filter((day) => reviewed !== '' && day > reviewed && day <= today)
          .map((day) => ({ day, place: cited(statement.source) })),
      );
      if (later.length === 0) continue;
      const days = [...new Set(later.map(({ day }) => day))].sort();
      const places = [...new Set(later.map(({ place }) => place))];
      report(
        under(book.manifest.at, 'documents', index, 'reviewed'),
        `"${title}" is of ${reviewed} and tells of ${listed(days)} (${listed(places)})`,
        'give what was added a revision and a review of its own',
      );
    }
  },
};

/** Days that the sentences of a statement name, if it comes from a document that is cited in this way. */
const datesOf = ({ source, value }: SourcedStatement, cites: SourceDocument['cites']): string[] =>
  source[cites] === undefined
    ? []
    : Object.values(value).flatMap((text) =>
        typeof text === 'string' && text.includes(' ') ? (text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? []) : [],
      );
