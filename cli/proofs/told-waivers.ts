import type { Book } from '../../model/book.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import { type Position, under } from '../../model/position.ts';
import { PROOF_RULES } from './proof-rules.ts';

/** A waiver of a book, as reports tell it. */
export interface ToldWaiver {
  readonly book: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly owner: string;
  readonly reason: string;
  readonly expires: IsoDate;
  readonly position: Position;
}

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
