import { didYouMeanHint } from './did-you-mean.ts';
import { DOCUMENT_KINDS, isDocumentKind, roomOf } from './document-kinds.ts';
import type { DocumentName } from './generated/types.ts';
import { validators } from './generated/validators.js';
import type { Path } from './position.ts';
import type { ReportProblem } from './problem.ts';
import type { ReadFile } from './read-file.ts';
import { explain } from './schema/explain.ts';
import { documentShape } from './schema/shape.ts';
import { code, listed } from './schema/words.ts';

/** A file whose kind is known, or guessed to be unknown, and what its shape hides from the linker. */
export interface OpenDocument {
  readonly file: string;
  readonly kind: DocumentName | undefined;
  readonly value: unknown;
  /** Whether it fits the schema of its kind. */
  readonly fits: boolean;
  /** Collections that may have more ids than could be read; undefined: any collection. */
  readonly hides: ReadonlySet<string> | undefined;
}

export function openDocument(read: ReadFile, bookId: string, report: ReportProblem): OpenDocument {
  const { file, value } = read;
  const kind = kindOf(read, report);
  if (kind === undefined) return { file, kind, value, fits: false, hides: undefined };
  const atHome = checkPlace(file, kind, value as { id?: unknown }, bookId, report);
  const shape = documentShape(kind);
  // A mapping that YAML could read only in part may lack anything: its schema would blame the wrong thing.
  if (read.findings.length > 0) return { file, kind, value, fits: false, hides: shape.collections };
  if (validators[kind](value)) return { file, kind, value, fits: true, hides: new Set() };
  // Either the folder or the kind is wrong; if it is the kind, its schema would find fault with every line.
  if (!atHome) return { file, kind, value, fits: false, hides: undefined };
  const mistakes = explain(shape, value);
  if (mistakes.length === 0) throw new Error(`${file}: refused by its validator, but nobody can say why`);
  for (const mistake of mistakes) report(() => ({ rule: 'document-fits-its-schema', ...mistake }));
  return { file, kind, value, fits: false, hides: new Set(mistakes.flatMap(({ hides = [] }) => [...hides])) };
}

function kindOf({ file, value, findings }: ReadFile, report: ReportProblem): DocumentName | undefined {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind;
  if (isDocumentKind(kind)) return kind;
  if (findings.length > 0) return undefined;
  const say = (path: Path, subject: string, message: string, hint: string | undefined) =>
    report(() => ({ rule: 'document-fits-its-schema', path, target: 'value', message, hint, subject }));
  if (typeof value !== 'object' || Array.isArray(value))
    say(
      [],
      'type',
      'a document is a mapping that says its `kind`',
      `begin with ${code(`kind: ${expectedKind(file)}`)}`,
    );
  else if (kind === undefined)
    say(
      [],
      'kind',
      'the document does not say its `kind`',
      `begin with ${code(`kind: ${expectedKind(file)}`)}`,
    );
  else {
    const guess = typeof kind === 'string' ? didYouMeanHint(kind, DOCUMENT_KINDS) : undefined;
    say(
      ['kind'],
      'kind',
      `there is no kind of document ${code(kind)}`,
      guess ?? `known kinds: ${listed(DOCUMENT_KINDS)}`,
    );
  }
  return undefined;
}

/** What a document in this place most likely is. */
function expectedKind(file: string): DocumentName {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  if (isDocumentKind(name)) return name;
  return DOCUMENT_KINDS.find((kind) => kind === file.split('/')[0]?.replace(/s$/, '')) ?? 'runbook';
}

function checkPlace(
  file: string,
  kind: DocumentName,
  value: { id?: unknown },
  bookId: string,
  report: ReportProblem,
): boolean {
  const rule = 'document-stands-in-its-folder';
  const room = roomOf(kind);
  const atHome = file.startsWith(`${room}/`);
  if (!atHome) {
    const message = `a document of kind ${code(kind)} does not stand in ${code(`${file.split('/')[0]}/`)}`;
    const hint = `move it to ${code(`${room}/${bookId}/`)}`;
    report(() => ({ rule, path: ['kind'], target: 'value', message, hint, subject: 'room' }));
  }
  if (kind === 'book' && typeof value.id === 'string' && value.id !== bookId) {
    const message = `the book ${code(value.id)} stands in the folder of the book ${code(bookId)}`;
    report(() => ({ rule, path: ['id'], target: 'value', message, subject: 'book' }));
  }
  return atHome;
}
