import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What may not stand in code: each book's id and its organisation's name, in any spelling of the gaps between words. */
export function organisationWords(policies: string): RegExp[] {
  if (!existsSync(policies)) return [];
  const phrases = readdirSync(policies)
    .map((book) => join(policies, book, 'book.yaml'))
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const { id, organisation } = parse(readFileSync(file, 'utf8')) as { id: string; organisation: string };
      return [id, organisation, ...acronyms(organisation)];
    });
  return [...new Set(phrases)].map(asWord);
}

const acronyms = (name: string) => name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{Lu}{3,}$/u.test(word));

const asWord = (phrase: string) => {
  const parts = phrase.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  return new RegExp(`(?<![a-z0-9])${parts.join('[\\s_-]?')}(?![a-z0-9])`, 'i');
};
