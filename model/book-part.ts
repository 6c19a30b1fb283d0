import { isDocumentKind } from './document-kinds.ts';
import type { DocumentName } from './generated/types.ts';
import { COLLECTIONS } from './link/collections.ts';
import { saidId, saidKind, saidText } from './said-kind.ts';
import type { RefusedFile, SourceFile } from './source-file.ts';

/**
 * How much of a book its files are. Procedures need no drills and promises, some drills no others, and neither what findings are
 * judged by. Return codes need their sheets and registries, and the runbooks that have to do with them. Who is paged needs people,
 * routes and channels. Without the rest most of the text, and most of the time that it takes to read a book, are saved: a reference
 * to it then leads somewhere unseen.
 */
export type BookPart = 'whole' | 'procedures' | 'people' | 'codes' | SomeDrills;

export interface SomeDrills {
  /** Ids or files, relative to the root of the repository. */
  readonly drills: ReadonlySet<string>;
}

type Files = readonly (SourceFile | RefusedFile)[];

/** The files that a part needs. One that says its kind late, or in an unusual way, is read too: nothing that counts is missed. */
export function filesOfPart(files: Files, part: BookPart): Files {
  if (part === 'whole') return files;
  if (typeof part === 'object') return filesOfDrills(files, part);
  const needed = files.filter((file) => {
    const kind = saidKind(file);
    return !isDocumentKind(kind) || NEEDED[part](kind);
  });
  return part === 'codes' ? withoutOtherRunbooks(needed) : needed;
}

/** Whether a part holds all that makes events happen. */
export const knowsEvents = (part: BookPart): boolean => part !== 'people' && part !== 'codes';

/** Collections of which a part does not see every id. */
export const hiddenFrom = (part: BookPart): Iterable<string> =>
  typeof part === 'object'
    ? ['scenario']
    : { whole: [], procedures: ['scenario', 'invariant'], people: COLLECTIONS, codes: COLLECTIONS }[part];

const kinds = (...names: readonly DocumentName[]): ReadonlySet<DocumentName> => new Set(names);

/** What is read only where findings are judged. */
const JUDGED_BY = kinds('waivers', 'tolerances');
const BESIDE_PROCEDURES = kinds(...JUDGED_BY, 'invariants', 'scenario');
const PEOPLE = kinds(
  ...(['book', 'severities', 'services', 'roles', 'groups', 'keys'] as const),
  ...(['routing', 'escalation', 'command', 'communications'] as const),
);
const CODES = kinds('book', 'codes', 'registry', 'runbook');

const NEEDED: Readonly<Record<'procedures' | 'people' | 'codes', (kind: DocumentName) => boolean>> = {
  procedures: (kind) => !BESIDE_PROCEDURES.has(kind),
  people: (kind) => PEOPLE.has(kind),
  codes: (kind) => CODES.has(kind),
};

/** The names that a file gives a drill, before it is parsed; none where it is no drill, or none that says its id in the usual way. */
export function drillNames(file: SourceFile | RefusedFile): readonly string[] {
  const id = saidKind(file) === 'scenario' ? saidId(file) : undefined;
  return id === undefined ? [] : [id, file.file];
}

const filesOfDrills = (files: Files, { drills }: SomeDrills): Files =>
  files.filter((file) => {
    const names = drillNames(file);
    const kind = saidKind(file);
    const judges = isDocumentKind(kind) && JUDGED_BY.has(kind);
    return !judges && (names.length === 0 || names.some((name) => drills.has(name)));
  });

/** A key that has to do with codes, or an escape behind which one may hide. */
const CODE_KEY = /\b(check|code|expects)\b["']?\s*:|\\[xuU]/;

/** Documents that name the runbooks which handle codes. */
const NAMES_RUNBOOKS = /^(codes|registry)$/;

/** Of runbooks only those that speak of codes, and those that a sheet or a registry names. */
function withoutOtherRunbooks(files: Files): Files {
  const naming = files
    .filter((file) => NAMES_RUNBOOKS.test(saidKind(file) ?? ''))
    .map((file) => saidText(file));
  return files.filter((file) => {
    if (saidKind(file) !== 'runbook') return true;
    const id = saidId(file);
    return CODE_KEY.test(saidText(file)) || id === undefined || naming.some((other) => other.includes(id));
  });
}
