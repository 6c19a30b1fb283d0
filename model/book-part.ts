import type { DocumentName } from './generated/types.ts';
import { COLLECTIONS } from './link/collections.ts';
import { saidKind, saidText } from './said-kind.ts';
import type { RefusedFile, SourceFile } from './source-file.ts';

/**
 * How much of a book its files are. Procedures need no drills, promises and waivers. Return codes need their sheets and registries, and the
 * runbooks that have to do with them. Without the rest most of the text, and most of the time that it takes to read a book, are saved: a
 * reference to it then leads somewhere unseen.
 */
export type BookPart = 'whole' | 'procedures' | 'codes';

type Files = readonly (SourceFile | RefusedFile)[];

/** The files that a part needs. One that says its kind late, or in an unusual way, is read too: nothing that counts is missed. */
export function filesOfPart(files: Files, part: BookPart): Files {
  if (part === 'whole') return files;
  if (part === 'procedures') return files.filter((file) => !BESIDE_PROCEDURES.has(saidKind(file) ?? ''));
  const naming = files.filter((file) => NAMES_CODES.has(saidKind(file) ?? '')).map((file) => saidText(file));
  return files.filter((file) => concernsCodes(file, naming));
}

/** Collections of which a part does not see every id. */
export const hiddenFrom = (part: BookPart): Iterable<string> =>
  ({ whole: [], procedures: ['scenario', 'invariant'], codes: COLLECTIONS })[part];

const kinds = (...names: readonly DocumentName[]): ReadonlySet<string> => new Set(names);

const BESIDE_PROCEDURES = kinds('waivers', 'invariants', 'scenario');
const NAMES_CODES = kinds('codes', 'registry');
/** Kinds in which no code, check or registry can stand. */
const BESIDE_CODES = new Set([
  ...BESIDE_PROCEDURES,
  ...kinds('authorities', 'command', 'communications', 'documents', 'escalation', 'exercises', 'groups'),
  ...kinds('keys', 'monitors', 'review', 'roles', 'routing', 'services', 'severities'),
]);

/** A key that has to do with codes, or an escape behind which one may hide. */
const CODE_KEY = /\b(check|code|expects)\b["']?\s*:|\\[xuU]/;

function concernsCodes(file: SourceFile | RefusedFile, naming: readonly string[]): boolean {
  const kind = saidKind(file);
  if (kind !== 'runbook') return !BESIDE_CODES.has(kind ?? '');
  const text = saidText(file);
  const id = /^id:\s+([a-z0-9-]+)\s*$/m.exec(text)?.[1];
  return CODE_KEY.test(text) || id === undefined || naming.some((other) => other.includes(id));
}
