import type { Book, Entity } from '../model/book.ts';
import type { ExternalDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { grouped } from './words/grouped.ts';
import { listed, quoted } from './words/sentence.ts';

export const referredDocumentExists: Rule = {
  id: 'referred-document-exists',
  summary: 'A document that procedures rest on is written, and no stand-in stays for ever.',
  why: `
    "See the key ceremony" helps nobody when the sheet is still to be written. A stand-in that has no end becomes the
    procedure, and the notice that called it interim is forgotten.
    Write the document, or say in the procedure what to do without it; give a stand-in an end and an owner.
  `,
  good: [
    `
kind: documents
documents: {plan: {title: Plan of the pipes, state: exists, source: {section: "4"}}}
---
kind: runbook
id: leak
refers: [plan]
`,
  ],
  bad: [
    `
kind: documents
documents: {plan: {title: Plan of the pipes, state: planned, source: {section: "4"}}}
---
kind: runbook
id: leak
refers: [plan]
`,
    `
kind: documents
documents: {sketch: {title: Sketch of the pipes, state: interim, source: {section: "4"}}}
`,
  ],
  check(book, report) {
    for (const [key, documents] of unfinished(book)) {
      const [first] = documents;
      if (!first) continue;
      const readers = referring(book, first.id);
      const one = documents.length === 1;
      const is =
        first.state === 'planned'
          ? `${one ? 'is' : 'are'} not written yet`
          : one
            ? 'is a stand-in'
            : 'are stand-ins';
      const rest =
        readers.length === 0
          ? ''
          : `, and ${readers.length === 1 ? `${quoted(readers)} rests` : `${quoted(readers)} rest`} on ${one ? 'it' : 'them'}`;
      report(
        under(first.at, 'state'),
        `${listed(documents.map(nameAndEnd))} ${is}${rest}`,
        'decide who ends this and by when',
        key,
      );
    }
  },
};

/** Documents that are missing or stand in for another, together where the same procedures rest on them. */
function unfinished(book: Book): Map<string, Entity<ExternalDocument>[]> {
  const documents = [...book.documents.values()].map((document) => ({
    document,
    readers: referring(book, document.id),
  }));
  const open = documents.filter(
    ({ document: { state }, readers }) => state === 'interim' || (state === 'planned' && readers.length > 0),
  );
  const groups = grouped(open, ({ document, readers }) => [document.state, ...readers].join(' '));
  return new Map([...groups].map(([key, group]) => [key, group.map(({ document }) => document)]));
}

function nameAndEnd({ title, label, until }: ExternalDocument): string {
  const name = label === undefined ? `"${title}"` : `${label} "${title}"`;
  return `${name} (${until === undefined ? 'nothing says until when' : `until: ${until.replace(/\.$/, '')}`})`;
}

/** Procedures and keys that send their reader to a document. */
const referring = (book: Book, document: string): string[] => [
  ...[...book.runbooks.values()].flatMap(({ id, refers = [], phases }) =>
    [refers, ...phases.flatMap(({ steps }) => steps.map((step) => step.refers ?? []))].some((each) =>
      each.includes(document),
    )
      ? [id]
      : [],
  ),
  ...[...book.keys.values()].flatMap(({ id, refers }) => (refers?.includes(document) ? [id] : [])),
];
