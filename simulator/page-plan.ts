import type { Book, Entity } from '../model/book.ts';
import type { RoutingPolicy, Takeover, Tolerate } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';

/** One level of an escalation path: who is called, by what, and when the page moves on. */
export interface PageLevel {
  readonly people: readonly string[];
  readonly methods: readonly string[];
  readonly answers: string | undefined;
  readonly ackWithin: string | undefined;
  readonly tolerate: Tolerate | undefined;
  readonly timeout: string | undefined;
  readonly at: At;
}

/** The way a page to a role takes at a severity. */
export interface PagePath {
  readonly id: string;
  readonly role: string;
  readonly levels: readonly PageLevel[];
  readonly loops: boolean;
  readonly takeover: Takeover | undefined;
  /** Where the book states it: a path of its own, or the row of the contact sheet. */
  readonly at: At;
}

/** Everybody whom one severity pages. Groups are asked to sign, they acknowledge by signing. */
export interface PageList {
  readonly roles: readonly string[];
  readonly groups: readonly string[];
}

/**
 * Recipients are roles, groups and teams of them; each is paged once, all in the same instant: in the order in which the book lists
 * them, whoever names them first or twice.
 */
export function expandRecipients(book: Book, recipients: readonly string[]): PageList {
  const paged = new Set(recipients.flatMap((recipient) => book.teams.get(recipient)?.members ?? [recipient]));
  return {
    roles: [...book.roles.keys()].filter((id) => paged.has(id)),
    groups: [...book.groups.keys()].filter((id) => paged.has(id)),
  };
}

/** Whom the routing policy of a severity and the activation of the war room page together. */
export const pageListAt = (book: Book, severity: string): PageList =>
  pagedBy(book, severity, [...book.policies.values()]);

/** The same without those whose pages wait for business hours. */
export const pagedAtOnce = (book: Book, severity: string): PageList =>
  pagedBy(
    book,
    severity,
    [...book.policies.values()].filter(({ when }) => when !== 'next-business-day'),
  );

function pagedBy(book: Book, severity: string, policies: readonly RoutingPolicy[]): PageList {
  const routed = policies.filter((policy) => policy.severity === severity).flatMap(({ page }) => page);
  const room = book.warRoom?.levels.includes(severity) ? book.warRoom.page : [];
  return expandRecipients(book, [...routed, ...room]);
}

/** Policies of a severity whose pages wait for business hours. */
export const heldPolicies = (book: Book, severity: string): Entity<RoutingPolicy>[] =>
  [...book.policies.values()].filter(
    (policy) => policy.severity === severity && policy.when === 'next-business-day',
  );

/** The path that the book names for this page, else the contact sheet: its primary, then its backup after the default timeout. */
export function pagePathFor(book: Book, role: string, severity: string): PagePath | undefined {
  const named = [...book.paths.values()].find(
    (path) => path.on.page === role && path.on.severity.includes(severity),
  );
  return named ? namedPath(book, named.id) : contactPath(book, role);
}

function namedPath(book: Book, id: string): PagePath | undefined {
  const path = book.paths.get(id);
  if (!path) return undefined;
  const levels = path.levels.map((level, index): PageLevel => {
    const role = book.roles.get(level.page);
    return {
      people: [role ? role.held_by : level.page],
      methods: level.methods ?? book.contacts.get(level.page)?.methods ?? [],
      answers: level.answers,
      ackWithin: level.ack_within,
      tolerate: level.tolerate,
      timeout: level.timeout,
      at: under(path.at, 'levels', index),
    };
  });
  return {
    id,
    role: path.on.page,
    levels,
    loops: path.loop === 'until-acknowledged',
    takeover: path.takeover,
    at: path.at,
  };
}

function contactPath(book: Book, role: string): PagePath | undefined {
  const held = book.roles.get(role);
  // A role that is given at declaration has nobody to page yet.
  if (!held || held.designated) return undefined;
  const contact = book.contacts.get(role);
  const level = (person: string, timeout: string | undefined): PageLevel => ({
    people: [person],
    methods: contact?.methods ?? [],
    answers: undefined,
    ackWithin: undefined,
    tolerate: undefined,
    timeout,
    at: contact?.at ?? held.at,
  });
  const backup = contact?.backup;
  const levels =
    backup === undefined || backup === held.held_by
      ? [level(held.held_by, undefined)]
      : [level(held.held_by, book.manifest.pace.page_timeout), level(backup, undefined)];
  return {
    id: `contact-${role}`,
    role,
    levels,
    loops: false,
    takeover: undefined,
    at: contact?.at ?? held.at,
  };
}
