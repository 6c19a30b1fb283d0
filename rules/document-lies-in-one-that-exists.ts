import type { Book, Entity } from '../model/book.ts';
import type { ExternalDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { cited, listed } from './words/sentence.ts';

export const documentLiesInOneThatExists: Rule = {
  id: 'document-lies-in-one-that-exists',
  summary: 'A document that exists lies in a document or repository that exists.',
  why: `
    One paragraph says that the repository is still to be created, another says what lies in it. Whoever follows the second
    one at night clones nothing, and the one source of truth that it names is a file on somebody's disk.
    Find out which paragraph is out of date and correct it, and say where the file lies today.
  `,
  good: [
    `
kind: documents
documents:
  drawer: {title: Drawer, state: exists, source: {section: "1"}}
  valve-plan: {title: Plan of the valves, state: exists, part_of: drawer, source: {section: "1"}}
---
kind: runbook
id: leak
refers: [drawer, valve-plan]
`,
  ],
  bad: [
    `
kind: documents
documents:
  drawer: {title: Drawer, state: planned, source: {section: "1"}}
  valve-plan: {title: Plan of the valves, state: exists, part_of: drawer, source: {section: "1"}}
---
kind: runbook
id: leak
refers: [valve-plan]
---
kind: runbook
id: drip
refers: [valve-plan]
`,
  ],
  check(book, report) {
    const inside = [...book.documents.values()].filter((document) =>
      isAheadOf(document, holderOf(book, document)),
    );
    for (const [holder, documents] of groupsBy(inside, (document) => holderOf(book, document)))
      if (holder)
        report(
          under(holder.at, 'state'),
          `${name(holder)} ${holder.state === 'planned' ? 'is not there yet' : 'is a stand-in'}${place(holder)}, and ${listed(documents.map((each) => `${name(each)}${place(each)}`))} ${documents.length === 1 ? 'lies' : 'lie'} in it`,
          'find out which of the two statements is out of date',
        );
  },
};

const holderOf = (book: Book, { part_of }: ExternalDocument): Entity<ExternalDocument> | undefined =>
  book.documents.get(part_of ?? '');

const isAheadOf = ({ state }: ExternalDocument, holder: ExternalDocument | undefined): boolean =>
  holder !== undefined && state === 'exists' && holder.state !== 'exists';

const name = ({ label, title }: ExternalDocument) =>
  label === undefined ? `"${title}"` : `${label} "${title}"`;

const place = ({ source }: ExternalDocument) => {
  const part = [source.part ?? []].flat().join(', ');
  const words = [cited(source), part].filter((word) => word !== '').join(', ');
  return words === '' ? '' : ` (${words})`;
};
