import type { Book } from '../../model/book.ts';
import { plain, quoted } from './plain.ts';

/** Events without a name after the dot. */
const PLAIN: Readonly<Record<string, string>> = {
  declared: 'the incident is declared',
  'declared.provisional': 'the incident is declared provisionally',
  confirmed: 'the declaration is confirmed',
  opened: 'a procedure is opened',
  level: 'a severity level is entered',
  resolved: 'the incident is resolved',
  closed: 'the incident is closed',
  'command.assumed': 'somebody takes command',
  'command.provisional': 'somebody takes command provisionally',
  'channel.opened': 'the incident channel is opened',
  'update.posted': 'a status update is posted',
  'cause.identified': 'the cause is identified',
  'cause.unknown': 'the time for finding the cause runs out',
};

type Clause = (book: Book, name: string, rest: string | undefined) => string;

const holder = (book: Book, id: string): string =>
  book.roles.get(id)?.title ?? book.groups.get(id)?.title ?? book.teams.get(id)?.title ?? plain(id);

const authority = (book: Book, id: string): string => quoted(book.authorities.get(id)?.title ?? plain(id));
const monitor = (book: Book, id: string): string => quoted(book.monitors.get(id)?.title ?? plain(id));

const approved: Clause = (book, id, by = '') => {
  if (by === 'verbal') return `${authority(book, id)} is approved by word of mouth`;
  if (by === 'written') return `the verbal approval of ${authority(book, id)} is put in writing`;
  return `${holder(book, by)} ${book.groups.has(by) ? 'approve' : 'approves'} ${authority(book, id)}`;
};

/** What an event says, by the word before its first dot. */
const CLAUSES: Readonly<Record<string, Clause>> = {
  opened: (book, id) => `${quoted(book.runbooks.get(id)?.title ?? plain(id))} is opened`,
  level: (_, id) => `the incident enters ${id}`,
  'page-sent': (book, id) => `a page goes to ${holder(book, id)}`,
  acknowledged: (book, id) => `${holder(book, id)} answers`,
  joined: (book, id) => `${holder(book, id)} joins the war room`,
  designated: (book, id) => `${holder(book, id)} is designated`,
  'takeover-due': (_, id) => `a takeover of command is due on ${quoted(plain(id))}`,
  exhausted: (_, id) => `nobody is left to page on ${quoted(plain(id))}`,
  requested: (book, id) => `the approvals of ${authority(book, id)} are asked for`,
  approved,
  authorised: (book, id) => `${authority(book, id)} is authorised`,
  locked: (book, id) => `the timelock of ${authority(book, id)} begins`,
  executed: (book, id) => `${authority(book, id)} is carried out`,
  cancelled: (book, id) => `${authority(book, id)} is cancelled`,
  step: (_, id, end) =>
    end === undefined
      ? `step ${quoted(plain(id))} is done`
      : end === 'started'
        ? `step ${quoted(plain(id))} begins`
        : `step ${quoted(plain(id))} ends with ${quoted(plain(end))}`,
  phase: (_, id, end) => `phase ${quoted(plain(id))} ${end === 'started' ? 'begins' : 'is done'}`,
  cause: (_, id) => `the cause turns out to be ${quoted(plain(id))}`,
  notified: (book, id) => `${quoted(book.audiences.get(id)?.title ?? plain(id))} is told`,
  sent: (_, id) => `message ${quoted(plain(id))} is sent`,
  reviewed: (_, id) => `message ${quoted(plain(id))} is reviewed`,
  milestone: (_, id) => `milestone ${quoted(plain(id))} is reached`,
  signal: (book, id, level) => `${monitor(book, id)} moves to ${level}`,
  alert: (book, id, level) => `${monitor(book, id)} alerts at ${level}`,
  lost: (_, id) => `${quoted(plain(id))} is lost`,
  restored: (_, id) => `${quoted(plain(id))} is restored`,
};

/** An event as a clause: `Technical Lead joins the war room`. */
export function eventClause(book: Book, event: string): string {
  const known = PLAIN[event];
  if (known !== undefined) return known;
  const [word = '', name, rest] = event.split('.');
  const clause = name === undefined ? undefined : CLAUSES[word];
  return clause && name !== undefined ? clause(book, name, rest) : `${quoted(plain(event))} comes true`;
}
