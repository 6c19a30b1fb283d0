import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { listed } from '../words/sentence.ts';

/** Recipients are roles, groups and teams of them; each is named once. */
export function expandRecipients(book: Book, recipients: readonly string[]) {
  const flat = recipients.flatMap((recipient) => book.teams.get(recipient)?.members ?? [recipient]);
  const unique = [...new Set(flat)];
  return {
    roles: unique.filter((id) => book.roles.has(id)),
    groups: unique.filter((id) => book.groups.has(id)),
  };
}

/** Roles that a severity pages by itself: by its routing policies, its war room and the people it involves. */
export function rolesPagedAt(book: Book, level: string): Set<string> {
  const routed = [...book.policies.values()].flatMap(({ severity, page }) =>
    severity === level ? page : [],
  );
  const room = book.warRoom?.levels.includes(level) ? [...book.warRoom.page, ...book.warRoom.join.who] : [];
  const involved = book.involvements.flatMap((each) => (each.level === level ? each.page : []));
  const engaged = [...book.paths.values()].flatMap(({ on, takeover }) =>
    on.severity.includes(level) ? [on.page, ...(takeover?.engages ?? [])] : [],
  );
  return new Set(expandRecipients(book, [...routed, ...room, ...involved, ...engaged]).roles);
}

/** Roles that steps of a runbook call. */
export const rolesPagedBy = (book: Book, { phases }: Entity<RunbookDocument>): Set<string> =>
  new Set(
    expandRecipients(
      book,
      phases.flatMap(({ steps }) => steps.flatMap(({ pages }) => pages ?? [])),
    ).roles,
  );

/** Whom the routing policy of a level pages, by their titles; empty when it has none. */
export function pagedInWords(book: Book, level: string): string {
  const policy = [...book.policies.values()].find(({ severity }) => severity === level);
  const { roles, groups } = expandRecipients(book, policy?.page ?? []);
  const seats = groups.map((group) => book.groups.get(group)?.of ?? 0).reduce((a, b) => a + b, 0);
  const people = roles.map((role) => book.roles.get(role)?.title ?? role);
  return listed([...people, ...(seats > 0 ? [`the holders of ${seats} signing seats`] : [])]);
}
