import type { TextOf } from '../../contract/contract-source.ts';
import { type ParserName, parserOf } from '../../contract/languages.ts';
import type { Book, Entity } from '../../model/book.ts';
import type { CodeContract, ErrorCode } from '../../model/generated/types.ts';
import type { Position } from '../../model/position.ts';
import type { SoundBooks } from '../sound-book.ts';

/** Where a source declares a code of a book. */
export interface DeclaredPlace {
  readonly book: string;
  /** `-3`. */
  readonly code: string;
  readonly contract: Entity<CodeContract>;
  /** Undefined where the source cannot be read, or does not declare the code: `codes` says why. */
  readonly position: Position | undefined;
}

/** The codes of a book that a word means, by number or by name. */
export const codesNamed = (book: Book, word: string): Entity<ErrorCode>[] =>
  [...book.codes.values()].filter(({ id, name }) => id === word || name === word);

/** Reads the sources of the contracts that document these codes; what parses them is loaded for a code only. */
export async function declaredPlaces({ root, books }: SoundBooks, word: string): Promise<DeclaredPlace[]> {
  const asked = books.flatMap((book) =>
    codesNamed(book, word).flatMap((code) =>
      [...book.contracts.values()]
        .filter(({ sheet }) => sheet === code.at.file)
        .map((contract) => ({ book, code, contract })),
    ),
  );
  if (asked.length === 0) return [];
  const [{ readSource }, { loadParsers }, { repositoryText }] = await Promise.all([
    import('../../contract/source-facts.ts'),
    import('../load-parsers.ts'),
    import('../repository-text.ts'),
  ]);
  const parsers = await loadParsers(new Set(asked.flatMap(({ contract }) => parserFor(contract) ?? [])));
  const textOf: TextOf = repositoryText(root);
  return asked.map(({ book, code, contract }) => {
    const source = readSource(contract, parsers, textOf);
    const rows = [...(source?.declared ?? []), ...(source?.doc?.rows ?? [])];
    const position = rows.find(({ number }) => String(number) === code.id)?.position;
    return { book: book.id, code: code.id, contract, position };
  });
}

const parserFor = ({ language, file }: CodeContract): ParserName | undefined =>
  language === 'typescript' || language === 'rust' ? language : parserOf(file);
