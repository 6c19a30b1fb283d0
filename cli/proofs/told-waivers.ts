import type { Book } from '../../model/book.ts';
import { under } from '../../model/position.ts';
import { PROOF_RULES } from './proof-rules.ts';
import type { ToldWaiver } from './proofs-part.ts';

/** The waivers of a book for what proofs find; `check` looks after the others. */
export const toldWaivers = (book: Book): ToldWaiver[] =>
  book.waivers
    .filter(({ rule }) => rule in PROOF_RULES)
    .map(({ rule, fingerprint, owner, reason, expires, at }) => ({
      book: book.id,
      rule,
      fingerprint,
      owner,
      reason,
      expires,
      position: book.position(under(at, 'fingerprint')),
    }));
