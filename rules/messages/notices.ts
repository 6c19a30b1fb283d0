import type { Book, Entity } from '../../model/book.ts';
import { type Length, parseDuration } from '../../model/duration.ts';
import type { CommunicationRule, Message } from '../../model/generated/types.ts';

/** Whether a rule about messages speaks of this audience. */
export const speaksOf = (book: Book, rule: CommunicationRule, audience: string): boolean =>
  (rule.audiences === undefined || rule.audiences.includes(audience)) &&
  (!rule.external_only || book.audiences.get(audience)?.external === true);

/** The messages that a rule speaks of. */
export const messagesUnder = (book: Book, rule: CommunicationRule): Entity<Message>[] =>
  [...book.messages.values()].filter(({ audience }) => speaksOf(book, rule, audience));

/** Seconds, a business day taken as its shortest real length. */
export function secondsOf(duration: string): number {
  const length: Length = parseDuration(duration);
  return 'seconds' in length ? length.seconds : length.businessDays * 86_400;
}

/** The shortest deadline that the book promises an audience anywhere, as it is written. */
export function deadlineOf(book: Book, audience: string): string | undefined {
  const bounds = [...book.messages.values()]
    .filter((message) => message.audience === audience)
    .flatMap(({ within }) => within?.by ?? []);
  return bounds.sort((a, b) => secondsOf(a) - secondsOf(b))[0];
}
