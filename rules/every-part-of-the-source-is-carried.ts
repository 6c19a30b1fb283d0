import { type Citation, citationsOf, liesIn } from '../model/citations.ts';
import type { OutlineEntry } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { grouped } from './words/grouped.ts';

export const everyPartOfTheSourceIsCarried: Rule = {
  id: 'every-part-of-the-source-is-carried',
  summary: 'Something in the book carries every section of the document that it was made from.',
  why: `
    What is left out of the book is checked by no rule and rehearsed by no drill, and nobody misses it: the page that looks
    complete is the one that people stop comparing with the original.
    Write what the section says into the book with its source, or take the section out of the outline.
  `,
  good: [
    `
kind: book
documents:
  - title: Handbook
    cites: section
    reviewed: 2026-05-01
    review_every: 365d
    outline:
      - {id: "1", title: People and levels, parts: [Contact sheet]}
      - {id: "2", title: Procedures}
      - {id: "2.1", title: Water, under: "2"}
      - {id: "3", title: Exercises}
---
kind: roles
contacts: {lead: {primary: anna, backup: ben, methods: [call], source: {section: "1", part: Contact sheet 1}}}
---
kind: runbook
id: leak
source: {section: "2.1"}
---
kind: runbook
id: drip
source: {section: "2.1"}
---
kind: monitors
monitors: {water-meter: {source: {section: "2.1"}}}
`,
  ],
  bad: [
    `
kind: book
documents:
  - title: Handbook
    cites: section
    reviewed: 2026-05-01
    review_every: 365d
    outline: [{id: "1"}, {id: "2"}, {id: "3"}, {id: "4", title: Fire}]
`,
    `
kind: book
documents:
  - title: Handbook
    cites: section
    reviewed: 2026-05-01
    review_every: 365d
    outline: [{id: "1", parts: [Contact sheet]}, {id: "2"}, {id: "3"}]
`,
  ],
  check(book, report) {
    if (book.manifest.documents.every(({ outline }) => outline === undefined)) return;
    const citations = grouped(citationsOf(book), ({ cites, id }) => `${cites} ${id}`);
    for (const [index, { title, cites, outline = [] }] of book.manifest.documents.entries()) {
      const citing = (id: string) => citations.get(`${cites} ${id}`) ?? [];
      for (const [line, entry] of outline.entries()) {
        const at = under(book.manifest.at, 'documents', index, 'outline', line);
        const name = `${cites} ${entry.id}${entry.title === undefined ? '' : ` "${entry.title}"`}`;
        if (!isCarried(outline, entry, citing))
          report(under(at, 'id'), `nothing in the book comes from ${name} of "${title}"`, HINT, entry.id);
        else
          for (const [place, part] of (entry.parts ?? []).entries())
            if (!citing(entry.id).some(({ parts }) => parts.some((cited) => liesIn(cited, part))))
              report(
                under(at, 'parts', place),
                `nothing in the book comes from "${part}" in ${name}`,
                HINT,
                part,
              );
      }
    }
  },
};

const HINT = 'write what it says into the book, with its source';

/** A section is carried by what cites it, and a chapter by its sections. */
function isCarried(
  outline: readonly OutlineEntry[],
  { id }: OutlineEntry,
  citing: (id: string) => readonly Citation[],
): boolean {
  const within = new Set([id]);
  // A set goes on through what is added to it meanwhile; circles end because nothing is added twice.
  for (const chapter of within)
    for (const entry of outline) if (entry.under === chapter) within.add(entry.id);
  return [...within].some((section) => citing(section).length > 0);
}
