import type { OpenDocument } from '../open-document.ts';
import type { At } from '../position.ts';
import type { Problem, ReportProblem, Target } from '../problem.ts';
import { documentShape } from '../schema/shape.ts';
import { code } from '../schema/words.ts';
import { checkMeaning } from './check-meaning.ts';
import { COLLECTIONS } from './collections.ts';
import { Declarations, type Place } from './declarations.ts';
import { ONCE, walk } from './walk.ts';

/** An id that stands somewhere, and the collections one of which must hold it. */
export interface Reference {
  readonly at: At;
  readonly target: Target;
  readonly collections: readonly string[];
  readonly id: string;
}

export interface Links {
  readonly declarations: Declarations;
  readonly references: readonly Reference[];
}

export type ReportIn = (file: string) => ReportProblem;

/** Gathers what every document declares and refers to, those that do not fit their schema as far as they can be read. */
export function linkDocuments(
  documents: readonly OpenDocument[],
  reportIn: ReportIn,
  lineOf: (place: Place, seenFrom: string) => string,
): Links {
  const declarations = new Declarations();
  const references: Reference[] = [];
  for (const { file, kind, value, hides } of documents) {
    declarations.hide(hides ?? COLLECTIONS, file);
    if (kind === undefined) continue;
    const report = reportIn(file);
    walk(documentShape(kind), value, {
      define(collection, id, path, target) {
        const place = { at: { file, path: [...path] }, target };
        const before = declarations.add(collection, id, place);
        if (before) report(() => duplicate(collection, id, place, lineOf(before, file)));
      },
      refer(collections, id, path, target) {
        references.push({ at: { file, path: [...path] }, target, collections, id });
      },
      mean: (meaning, text, path) => checkMeaning(meaning, text, [...path], report),
    });
  }
  return { declarations, references };
}

function duplicate(collection: string, id: string, { at, target }: Place, where: string): Problem {
  const what = collection === ONCE ? id : `the ${collection} ${code(id)}`;
  return {
    rule: 'id-is-unique',
    path: at.path,
    target,
    message: `${what} is given twice, first ${where}`,
    subject: `${collection} ${id}`,
  };
}
