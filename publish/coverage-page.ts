import type { Book } from '../model/book.ts';
import { type Citation, citationsOf, liesIn, sourcedStatements } from '../model/citations.ts';
import type { OutlineEntry, SourceDocument } from '../model/generated/types.ts';
import { counted } from './prose.ts';
import { statementName } from './statement-name.ts';

/** Which file and which statement carries each section of the documents that the books were made from: one page of Markdown. */
export const coveragePage = (books: readonly Book[]): string =>
  [
    '# What of the source documents is in the books',
    'Every statement of a book names the section or sheet that it comes from. This page turns the list round: for each section, the files and the statements that carry it. `drillbook check` finds a section that nothing carries ([every-part-of-the-source-is-carried](rules/every-part-of-the-source-is-carried.md)) and a source that names none ([source-names-a-part-that-exists](rules/source-names-a-part-that-exists.md)).',
    'Below each table stand the names that the document uses for keys, codes and other documents, and what the book had to assume because the document does not say it.',
    ...books.flatMap(bookPart),
  ].join('\n\n');

const bookPart = (book: Book): string[] => [
  `## ${book.manifest.title}`,
  ...book.manifest.documents.flatMap((document) => documentPart(book, document)),
  ...namedThings(book),
  ...assumptions(book),
];

function documentPart(book: Book, { title, cites, outline = [] }: SourceDocument): string[] {
  if (outline.length === 0) return [`${title} has no outline, so nobody can tell what is missing.`];
  const citations = citationsOf(book).filter((citation) => citation.cites === cites);
  const rows = outline.flatMap((entry) => rowsOf(book, entry, citations, outline));
  const head = cites === 'section' ? 'Section' : 'Sheet';
  const parts = outline.reduce((sum, entry) => sum + (entry.parts?.length ?? 0), 0);
  return [
    `**${title}**: ${counted(outline.length, cites)} with ${counted(parts, 'marked part')}, cited ${counted(citations.length, 'time')}.`,
    [`| ${head} | | Carried by |`, '|---|---|---|', ...rows].join('\n'),
  ];
}

function rowsOf(
  book: Book,
  { id, title = '', parts = [] }: OutlineEntry,
  all: readonly Citation[],
  outline: readonly OutlineEntry[],
): string[] {
  const mine = all.filter((citation) => citation.id === id);
  const inPart = (part: string) =>
    mine.filter((citation) => citation.parts.some((place) => liesIn(place, part)));
  const whole = mine.filter((citation) => !parts.some((part) => inPart(part).includes(citation)));
  const below = outline.filter(({ under }) => under === id).map((entry) => entry.id);
  const elsewhere = parts.length > 0 ? '*in its parts*' : `*in ${below.join(', ')}*`;
  return [
    row(
      `**${id}**`,
      title,
      whole.length === 0 && mine.length + below.length > 0 ? elsewhere : carriers(book, whole),
    ),
    ...parts.map((part) => row('', part, carriers(book, inPart(part)))),
  ];
}

const row = (...cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A line for each file, linked to the first place, with the names of its statements. */
function carriers(book: Book, citations: readonly Citation[]): string {
  const byFile = new Map<string, Citation[]>();
  for (const citation of citations) {
    const known = byFile.get(citation.of.file);
    if (known) known.push(citation);
    else byFile.set(citation.of.file, [citation]);
  }
  if (byFile.size === 0) return '**nothing**';
  return [...byFile].map(([file, found]) => carrier(book, file, found)).join('<br>');
}

function carrier(book: Book, file: string, citations: readonly Citation[]): string {
  const lines = citations.map(({ of }) => book.position(of).line);
  const names = [...new Set(citations.map(({ of }) => statementName(book, of)))];
  const short = file.slice(file.lastIndexOf('/') + 1);
  const own = short.replace(/\.yaml$/, '');
  const listed = names.length === 1 && names[0] === own ? '' : `: ${names.join(', ')}`;
  return `[${short}](../${file}#L${Math.min(...lines)})${listed}`;
}

/** Keys, codes and other documents, by the names that the source document gives them. */
function namedThings(book: Book): string[] {
  const keys = [...book.keys.values()].map((key) => ({
    ...key,
    name: key.label ?? key.id,
    what: `key: ${key.title}`,
  }));
  const codes = [...book.codes.values()].map((code) => ({
    ...code,
    name: code.id,
    what: `code: ${code.meaning}`,
  }));
  const documents = [...book.documents.values()].map((document) => ({
    ...document,
    name: document.label ?? document.title,
    what: `document that ${STATES[document.state]}${document.label === undefined ? '' : `: ${document.title}`}`,
  }));
  const rows = [...keys, ...codes, ...documents].map(({ name, what, at, source }) => {
    const { file, line } = book.position(at);
    const places = [source.section ?? source.sheet ?? ''].flat().join(', ');
    return row(name, what, `[${file.slice(file.lastIndexOf('/') + 1)}](../${file}#L${line}) from ${places}`);
  });
  return rows.length === 0 ? [] : [['| Name | | Stands in |', '|---|---|---|', ...rows].join('\n')];
}

const STATES = { exists: 'exists', interim: 'stands in for one', planned: 'is still to be written' } as const;

/** What the document does not say, most often assumed first. */
function assumptions(book: Book): string[] {
  const counts = new Map<string, number>();
  for (const { source } of sourcedStatements(book))
    if (source.assumed !== undefined) counts.set(source.assumed, (counts.get(source.assumed) ?? 0) + 1);
  const sorted = [...counts].sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1));
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  return total === 0
    ? []
    : [
        `${counted(total, 'statement')} of this book ${total === 1 ? 'rests' : 'rest'} on an assumption, each marked \`assumed\` where it stands:`,
        sorted.map(([text, count]) => `- ${text}${count === 1 ? '' : ` (${count} times)`}`).join('\n'),
      ];
}
