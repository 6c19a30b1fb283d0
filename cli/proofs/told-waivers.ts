import type { Book } from '../../model/book.ts';
import { under } from '../../model/position.ts';
import { PROOF_RULES } from './proof-rules.ts';
import type { ToldWaiver } from './proofs-part.ts';

/** The waivers of a book for what proofs find, or another command; `check` looks after the others. */
export const toldWaivers = (book: Book, rules: object = PROOF_RULES): ToldWaiver[] =>
  book.waivers
    .filter(({ rule }) => Object.hasOwn(rules, rule))
    .map(({ rule, fingerprint, owner, reason, expires, at }) => ({
      book: book.id,
      rule,
      fingerprint,
      owner,
      reason,
      expires,
      position: book.position(under(at, 'fingerprint')),
    }));
