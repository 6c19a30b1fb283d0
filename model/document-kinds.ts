import type { DocumentName } from './generated/types.ts';
import { validators } from './generated/validators.js';

/** Every kind of document there is a schema for. */
export const DOCUMENT_KINDS = Object.keys(validators) as DocumentName[];

export const isDocumentKind = (kind: unknown): kind is DocumentName =>
  typeof kind === 'string' && Object.hasOwn(validators, kind);

/** The top-level folder where documents of a kind stand. */
export function roomOf(kind: DocumentName): 'runbooks' | 'scenarios' | 'policies' {
  if (kind === 'runbook') return 'runbooks';
  return kind === 'scenario' ? 'scenarios' : 'policies';
}
