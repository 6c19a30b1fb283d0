import type { Book, Statement } from '../../model/book.ts';
import { parseSeconds, writeSeconds } from '../../model/duration.ts';
import type { RaiseRule } from '../../model/generated/types.ts';
import { listed } from '../words/sentence.ts';
import { pagedInWords } from './paged-at.ts';

/** A rule that raises every incident of a level after some time. */
export interface GeneralTimer {
  readonly raise: Statement<RaiseRule> & { readonly level: string; readonly after: string };
  readonly seconds: number;
  /** Where an incident that stays unresolved ends, and whom it pages then: `P1 after 4h and P0 after 8h, and then pages ...`. */
  readonly ladder: string;
}

export const generalTimers = (book: Book): GeneralTimer[] =>
  book.raises.filter(isGeneral).map((raise) => ({
    raise,
    seconds: parseSeconds(raise.after),
    ladder: ladderFrom(book, raise, parseSeconds(raise.after)),
  }));

const isGeneral = (raise: Statement<RaiseRule>): raise is GeneralTimer['raise'] =>
  raise.runbook === undefined && raise.level !== undefined && raise.after !== undefined;

/** The climb that begins with a raise, in words. */
export function ladderFrom(book: Book, first: Pick<RaiseRule, 'to'>, after: number): string {
  const climbs = [{ to: first.to, at: after }];
  for (let last = climbs[0]; last !== undefined; ) {
    const { to, at } = last;
    const next = book.raises.filter(isGeneral).find(({ level }) => level === to);
    last =
      next && climbs.length < book.severities.size
        ? { to: next.to, at: at + parseSeconds(next.after) }
        : undefined;
    if (last) climbs.push(last);
  }
  const top = climbs.at(-1)?.to ?? first.to;
  const steps = climbs.map(({ to, at }) => `${to} after ${writeSeconds(at)}`);
  return `${listed(steps)}, and then pages ${pagedInWords(book, top)}`;
}
