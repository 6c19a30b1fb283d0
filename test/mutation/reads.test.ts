import { expect, test } from 'vitest';
import type { Book } from '../../model/book.ts';
import { machineText } from '../../mutation/judge/machine-text.ts';
import type { Mutant } from '../../mutation/mutant.ts';
import { differences } from '../../mutation/reads/differences.ts';
import { readingOf, touches } from '../../mutation/reads/reading.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { BOOK, bookOf, MUTANTS } from './small-mutants.ts';

/** Every computation over a book that the judge leaves out where it reads nothing that was changed. */
const COMPUTATIONS: Readonly<Record<string, (book: Book) => string>> = {
  ...Object.fromEntries(
    ALL_RULES.map(({ id, check }) => [
      id,
      (book: Book) => {
        const said: unknown[] = [];
        check(book, (at, message) => said.push([book.namedPath(at), message]), { today: '2026-09-01' });
        return JSON.stringify(said);
      },
    ]),
  ),
  'the machine of a runbook': (book) => machineText(lowerIncident(book, { runbook: 'shop-down', grain: 1 })),
};

const books = MUTANTS.flatMap((mutant): { mutant: Mutant; book: Book; changed: Set<string> }[] => {
  const book = bookOf(mutant);
  return book ? [{ mutant, book, changed: differences(BOOK, book) }] : [];
});

test('what reads nothing that differs between two books says the same of both', () => {
  let left = 0;
  for (const [name, compute] of Object.entries(COMPUTATIONS)) {
    const { result, reads } = readingOf(BOOK, compute);
    expect(result, name).toBe(compute(BOOK));
    for (const { mutant, book, changed } of books) {
      if (touches(reads, changed)) continue;
      left++;
      expect(compute(book), `${name} of ${mutant.operator} ${mutant.path.join('.')}`).toBe(result);
    }
  }
  expect(left).toBeGreaterThan(books.length);
});

test('every sound mutant differs from the book, and the book not from itself', () => {
  for (const { mutant, changed } of books) expect(changed.size, mutant.fingerprint).toBeGreaterThan(0);
  expect(differences(BOOK, BOOK).size).toBe(0);
});

test('a key that was looked for and not found counts as read', () => {
  const { reads } = readingOf(BOOK, ({ roles }) => [roles.get('nobody'), roles.get('engineer')?.designated]);
  expect([...reads].map((node) => node.replaceAll('\0', '/'))).toEqual(
    expect.arrayContaining(['roles/nobody', 'roles/engineer', 'roles/engineer/designated']),
  );
});
