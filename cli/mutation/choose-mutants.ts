import { didYouMeanHint } from '../../model/did-you-mean.ts';
import { rereader } from '../../model/load-book.ts';
import { listMutants, sourcesOf } from '../../mutation/list-mutants.ts';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';
import { sampleOf } from '../../mutation/sample.ts';
import { touchedLines } from '../../mutation/touched-lines.ts';
import { OperatorError } from '../operator-error.ts';
import type { SoundBooks } from '../sound-book.ts';
import { changedLines } from './changed-lines.ts';

/** Which of all mutants are asked for. */
export interface MutantsAsked {
  readonly operators: readonly string[];
  readonly files: readonly string[];
  /** A commit: only mutants on lines that differ from it. */
  readonly since: string | undefined;
  readonly sample: number | undefined;
  readonly seed: number;
}

/** A mutant by its fingerprint. */
export interface ChosenMutant {
  readonly book: string;
  readonly fingerprint: string;
}

/** Mutants of the books, in the order of their files. */
export function chooseMutants({ root, books, files }: SoundBooks, asked: MutantsAsked): ChosenMutant[] {
  const operators = operatorsNamed(asked.operators);
  const wanted = filesNamed(
    books.flatMap(({ id }) => [...(files.get(id) ?? [])].map(({ file }) => file)),
    asked.files,
  );
  const changed = asked.since === undefined ? undefined : changedLines(root, asked.since);
  const all = books.flatMap((book) => {
    const sources = sourcesOf(rereader([...(files.get(book.id) ?? [])], book.id).files).filter(
      ({ file }) => wanted === undefined || wanted.has(file),
    );
    const texts = new Map(sources.map(({ file, text }) => [file, text]));
    return listMutants(book, sources, operators)
      .filter(
        ({ file, text }) =>
          !changed || touchedLines(texts.get(file) ?? '', text).some((line) => changed(file, line)),
      )
      .map(({ fingerprint }) => ({ book: book.id, fingerprint }));
  });
  return asked.sample === undefined ? all : sampleOf(all, asked.sample, asked.seed);
}

function operatorsNamed(names: readonly string[]) {
  if (names.length === 0) return ALL_OPERATORS;
  const known = ALL_OPERATORS.map(({ id }) => id);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new OperatorError(`there is no operator \`${stranger}\``, {
      hint: didYouMeanHint(stranger, known) ?? `there are ${known.join(', ')}`,
    });
  return ALL_OPERATORS.filter(({ id }) => names.includes(id));
}

/** A file is named by its path from the root of the books, or by its end. */
function filesNamed(known: readonly string[], names: readonly string[]): ReadonlySet<string> | undefined {
  if (names.length === 0) return undefined;
  return new Set(
    names.flatMap((name) => {
      const found = known.filter((file) => file === name || file.endsWith(`/${name}`));
      if (found.length > 0) return found;
      throw new OperatorError(`no book here has a file \`${name}\``, {
        hint: didYouMeanHint(name, known) ?? 'name it as `check` does: policies/web-shop/roles.yaml',
      });
    }),
  );
}
