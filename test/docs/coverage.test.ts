import { describe, expect, test } from 'vitest';
import type { Book } from '../../model/book.ts';
import { coveragePage } from '../../publish/coverage-page.ts';
import { OWN_BOOKS } from '../simulator/own-books.ts';
import { sourceText } from './source-texts.ts';

const outlineOf = (book: Book) => book.manifest.documents.flatMap(({ outline = [] }) => outline);

describe.each(OWN_BOOKS)('$id', (book) => {
  const entries = outlineOf(book);

  test('has a row for every section and every marked part of its source', () => {
    const page = coveragePage([book]);
    expect(entries.length).toBeGreaterThan(10);
    for (const { id, parts = [] } of entries) {
      expect(page).toContain(`| **${id}** |`);
      for (const part of parts) expect(page).toContain(`|  | ${part} |`);
    }
  });

  test('leaves no row without a file that carries it', () => {
    expect(coveragePage([book])).not.toContain('**nothing**');
  });

  test('shows a section that nothing carries any more', () => {
    const [document] = book.manifest.documents;
    const outline = [...entries, { id: 'Z-999', title: 'Nobody wrote this down' }];
    const longer = { ...book, manifest: { ...book.manifest, documents: [{ ...document, outline }] } } as Book;
    expect(coveragePage([longer])).toContain('| **Z-999** | Nobody wrote this down | **nothing** |');
  });
});

/** Headings of the two documents, as their own numbering marks them. */
const HEADINGS: Readonly<Record<string, (text: string) => (readonly [id: string, title: string])[]>> = {
  'rwa-tokens': (text) =>
    [...text.matchAll(/^(\d{1,2}\.\d|\d{1,2}(?=\.))\.? ([A-Z].*)$/gm)].map(([, id = '', title = '']) => [
      id,
      title,
    ]),
  // The cover has an index; the header of each sheet repeats the number before another line.
  paxiom: (text) =>
    [...text.slice(0, text.indexOf('O-010 ·')).matchAll(/^(O-\d{3})\n([A-Z].*)$/gm)].map(
      ([, id = '', title = '']) => [id, title],
    ),
};

/** What the documents call by a label: keys, sheets of other series, error codes. */
const LABELS = /\b(?:K-\d{3}|[AE]-\d{3}|PXM-[A-Z]-\d{3}|O-7\d\d)\b|\b(?:A|M|E)-series\b|(?<=Error )\d{4}/g;

describe.each(OWN_BOOKS.filter(({ id }) => sourceText(id) !== undefined))(
  'the document behind $id',
  (book) => {
    const text = sourceText(book.id) as string;
    const entries = outlineOf(book);

    test('has no heading that the outline leaves out, and none under another title', () => {
      const headings = HEADINGS[book.id]?.(text) ?? [];
      expect(headings.length).toBeGreaterThan(15);
      const wrong = headings.filter(
        ([id, title]) => !entries.some((entry) => entry.id === id && title.startsWith(entry.title ?? '')),
      );
      expect(wrong).toEqual([]);
    });

    test('has every section of the outline', () => {
      const known = new Set(HEADINGS[book.id]?.(text).map(([id]) => id));
      const unnumbered = ['Preamble', 'Related Documentation'];
      expect(entries.map(({ id }) => id).filter((id) => !known.has(id) && !unnumbered.includes(id))).toEqual(
        [],
      );
    });

    test('has every marked part of the outline', () => {
      const parts = entries.flatMap((entry) => entry.parts ?? []);
      const lower = text.toLowerCase();
      expect(parts.filter((part) => !lower.includes(part.toLowerCase()))).toEqual([]);
    });

    test('names no key, code or document that the book does not know', () => {
      const known = new Set([
        ...[...book.keys.values(), ...book.documents.values()].flatMap(({ label }) => label ?? []),
        ...book.codes.keys(),
        ...entries.map(({ id }) => id),
      ]);
      expect([...new Set(text.match(LABELS))].filter((label) => !known.has(label)).sort()).toEqual([]);
    });
  },
);
