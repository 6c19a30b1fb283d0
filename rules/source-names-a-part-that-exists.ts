import { type Citation, citationsOf, liesIn } from '../model/citations.ts';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import type { OutlineEntry } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { grouped } from './words/grouped.ts';

export const sourceNamesAPartThatExists: Rule = {
  id: 'source-names-a-part-that-exists',
  summary: 'Every source names a section that the outline of the source document has.',
  why: `
    A source is there so that somebody can look it up. One that points at a section which the document does not have says
    either that a digit slipped or that the document changed, and then the statement may be out of date as well.
    Correct the source, or bring the outline up to date and read what has moved.
  `,
  good: [
    `
kind: book
documents:
  - title: Handbook
    cites: section
    reviewed: 2026-05-01
    review_every: 365d
    outline: [{id: "1", parts: [Contact sheet]}, {id: "2"}, {id: "3"}]
---
kind: roles
contacts: {lead: {primary: anna, backup: ben, methods: [call], source: {section: "1", part: Contact sheet 2 to 4}}}
`,
  ],
  bad: [
    `
kind: book
documents:
  - {title: Handbook, cites: section, reviewed: 2026-05-01, review_every: 365d, outline: [{id: "1"}, {id: "2"}]}
`,
    `
kind: book
documents:
  - title: Handbook
    cites: section
    reviewed: 2026-05-01
    review_every: 365d
    outline: [{id: "1", parts: [Contact sheet]}, {id: "2"}, {id: "3"}]
---
kind: roles
contacts: {lead: {primary: anna, backup: ben, methods: [call], source: {section: "1", part: [Contact sheet, Telephone list]}}}
`,
    `
kind: book
documents:
  - {title: Handbook, cites: section, reviewed: 2026-05-01, review_every: 365d, outline: [{id: "1"}, {id: "2"}, {id: "3"}]}
---
kind: monitors
monitors: {water-meter: {source: {sheet: W-1}}}
`,
  ],
  check(book, report) {
    const outlined = book.manifest.documents.filter(({ outline }) => outline);
    if (outlined.length < book.manifest.documents.length) return;
    const entries = new Map(
      outlined.flatMap(({ cites, outline = [] }) => outline.map((entry) => [`${cites} ${entry.id}`, entry])),
    );
    for (const citations of grouped(citationsOf(book), ({ of }) => of).values()) {
      const unknown = citations.filter(({ cites, id }) => !entries.has(`${cites} ${id}`));
      for (const { cites, id, at } of unknown)
        report(
          at,
          `no ${cites} ${id} is in the outline of the source document`,
          'correct the source, or add it to the outline',
          id,
        );
      if (unknown.length === 0)
        for (const part of strangeParts(citations, entries)) reportPart(citations, part);
    }

    function reportPart([citation]: readonly Citation[], part: string): void {
      if (!citation) return;
      const parts = [...entries.values()].flatMap((entry) => entry.parts ?? []);
      report(
        under(citation.of, 'source', 'part'),
        `${citation.cites} ${citation.id} has no part "${part}" in the outline`,
        didYouMeanHint(part, parts) ?? 'correct the source, or add the part to the outline',
        part,
      );
    }
  },
};

/** Parts that none of the sections named beside them has; sections without listed parts are not judged. */
function strangeParts(
  citations: readonly Citation[],
  entries: ReadonlyMap<string, OutlineEntry>,
): readonly string[] {
  const known = citations.map(({ cites, id }) => entries.get(`${cites} ${id}`)?.parts);
  if (known.some((parts) => parts === undefined)) return [];
  const [{ parts }] = citations as readonly [Citation];
  return parts.filter((place) => !known.some((own) => own?.some((part) => liesIn(place, part))));
}
