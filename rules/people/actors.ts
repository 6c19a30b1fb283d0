import type { Book } from '../../model/book.ts';

/** Everybody who may act in a role: its holder, whom the contact sheet reaches first, and who stands in. */
export function actorsOf(book: Book, role: string): Set<string> {
  const contact = book.contacts.get(role);
  const people = [book.roles.get(role)?.held_by, contact?.primary, contact?.backup];
  return new Set(people.filter((person) => person !== undefined));
}

/** Everybody who holds a role or stands in for somebody. */
export const everybody = (book: Book): Set<string> =>
  new Set([...book.roles.keys()].flatMap((role) => [...actorsOf(book, role)]));

/** Whether one person holds every role: then each rule about two people would only say that again. */
export const isOnePersonBook = (book: Book): boolean => everybody(book).size < 2;

/** The roles and groups that recipients stand for, teams taken apart. */
export const membersOf = (book: Book, recipients: readonly string[]): string[] => [
  ...new Set(recipients.flatMap((recipient) => book.teams.get(recipient)?.members ?? recipient)),
];
