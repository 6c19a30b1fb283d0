import type { Book } from '../model/book.ts';
import { fingerprint, namedPath } from '../model/fingerprint.ts';
import type { DocumentName } from '../model/generated/types.ts';
import { locator } from '../model/locate.ts';
import type { ReadFile } from '../model/read-file.ts';
import { changedText, changerOf } from './document/changed-text.ts';
import { placesOf } from './document/places.ts';
import type { Mutant } from './mutant.ts';
import type { Operator, Subject } from './operators/operator.ts';

/** A file of the book that fits the schema of its kind. */
export interface Source {
  readonly file: string;
  readonly kind: DocumentName;
  readonly text: string;
  readonly value: unknown;
}

/** Of a sound book, every file is one. */
export const sourcesOf = (files: readonly ReadFile[]): Source[] =>
  files.map(({ file, text, value }) => ({
    file,
    kind: (value as { readonly kind: DocumentName }).kind,
    text,
    value,
  }));

/** What judges a policy, or only lists what stands elsewhere, is no policy: a slip in it says nothing about the policy's guard. */
const NO_POLICY: ReadonlySet<DocumentName> = new Set([
  'scenario',
  'invariants',
  'waivers',
  'tolerances',
  'exercises',
  'documents',
]);

/** All slips that the operators know, by file, then operator, then place; of two that read the same, the first. */
export function listMutants(
  book: Book,
  sources: readonly Source[],
  operators: readonly Operator[],
): Mutant[] {
  return sources
    .filter(({ kind }) => !NO_POLICY.has(kind))
    .flatMap((source) => mutantsOf(book, source, operators));
}

function mutantsOf(book: Book, source: Source, operators: readonly Operator[]): Mutant[] {
  const { file, kind, text, value } = source;
  const subject: Subject = { book, kind, value, places: placesOf(kind, value) };
  const change = changerOf(text);
  const locate = locator(file, text);
  const seen = new Set([text]);
  return operators.flatMap(({ id, apply }) =>
    apply(subject).flatMap((changes): Mutant[] => {
      const [first] = changes;
      if (!first) return [];
      const slipped = changes.length === 1 ? change(first) : changedText(text, changes);
      if (slipped === undefined || seen.has(slipped)) return [];
      seen.add(slipped);
      const path = namedPath(value, first.path);
      const said = JSON.stringify(changes.map((each) => ({ ...each, path: namedPath(value, each.path) })));
      return [
        {
          fingerprint: fingerprint(id, file, path, said),
          operator: id,
          file,
          path,
          line: locate(first.path, 'node').line,
          changes,
          text: slipped,
        },
      ];
    }),
  );
}
