import type { Book } from '../model/book.ts';
import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { KNOWN_ABBREVIATIONS } from './words/known-abbreviations.ts';
import { proseOf } from './words/prose.ts';
import { counted, quoted } from './words/sentence.ts';

const ABBREVIATION = /\b[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*\b/g;
const ROMAN = /^[IVX]+$/;

export const abbreviationStandsInTheGlossary: Rule = {
  id: 'abbreviation-stands-in-the-glossary',
  summary: 'Every abbreviation that a procedure uses is explained somewhere in the book.',
  why: `
    The author knows what it stands for; the colleague who was woken from another team does not, and will not ask. At
    night an unknown word in a step is a step that is skipped.
    Add it to the \`glossary\`, or write the words. Names of roles, people, audiences, channels, keys and documents
    explain themselves.
  `,
  good: [
    `
kind: documents
glossary: {HQ: Headquarters of the landlord.}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: call-hq, text: Call HQ., by: lead}]}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: call-hq, text: Call HQ., by: lead}]}
`,
  ],
  check(book, report) {
    const known = abbreviationsIn(explanations(book));
    const used = proseOf(book).flatMap((prose) =>
      [...abbreviationsIn([withoutQuotes(prose.text)])].map((word) => ({ word, ...prose })),
    );
    const unknown = used.filter(({ word }) => !known.has(word) && !KNOWN_ABBREVIATIONS.has(word));
    for (const [word, places] of groupsBy(unknown, (each) => each.word))
      if (!ROMAN.test(word))
        report(
          places[0].at,
          `${quoted(word)} stands in ${counted(places.length, 'sentence')} and nowhere in the glossary`,
          'add it to the `glossary`, or write the words',
          word,
        );
  },
};

const abbreviationsIn = (texts: Iterable<string>): Set<string> =>
  new Set([...texts].flatMap((text) => text.match(ABBREVIATION) ?? []));

const withoutQuotes = (text: string) => text.replace(/"[^"]*"|`[^`]*`|\[[^\]]*\]/g, '');

/** Where a reader can look a word up: the glossary, and the names of things that are declared. */
const explanations = (book: Book): string[] => [
  ...[...book.glossary].flat(),
  ...[book.roles, book.people, book.channels, book.audiences].flatMap((table) =>
    [...table.values()].flatMap(({ id, title }) => [id, title]),
  ),
  ...[...book.people.values()].flatMap(({ organisation }) => organisation ?? []),
  ...[...book.documents.values(), ...book.keys.values()].flatMap(({ title, label }) => [title, label ?? '']),
  ...book.severities.keys(),
  book.manifest.organisation,
];
