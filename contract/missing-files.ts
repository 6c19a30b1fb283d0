import type { Book, Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import type { SourceProblem, TextOf } from './contract-source.ts';
import { inRegistry } from './contract-view.ts';

type Path = readonly (string | number)[];

/** Files that the registry names and that are not there; the sheet must be one of the book's. */
export function missingFiles(book: Book, contract: Entity<CodeContract>, textOf: TextOf): SourceProblem[] {
  const missing = named(contract)
    .filter(([file]) => textOf(file) === undefined)
    .map(([file, path]) => ({
      message: `\`${file}\` cannot be read: there is no such file, or it is no text of at most 1 MiB`,
      hint: 'correct the path in the registry, or bring the file back',
      position: inRegistry({ book, contract }, ...path),
      subject: file,
    }));
  if ([...book.codes.values()].some(({ at }) => at.file === contract.sheet)) return missing;
  const sheet = {
    message: `no document of kind \`codes\` with a row stands at \`${contract.sheet}\``,
    hint: 'name the document of this book that holds the codes',
    position: inRegistry({ book, contract }, 'sheet'),
    subject: contract.sheet,
  };
  return [...missing, sheet];
}

/** Files with the path of the key that names them. The source of the table is the reader's business. */
function named({
  file,
  vectors = [],
  observed,
  exits,
}: CodeContract): (readonly [file: string, path: Path])[] {
  return [
    [file, ['file']],
    ...vectors.map((each, index) => [each, ['vectors', index]] as const),
    ...(observed === undefined ? [] : [[observed, ['observed']] as const]),
    ...(exits ? [[exits.file, ['exits', 'file']] as const] : []),
  ];
}
