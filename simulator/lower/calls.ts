import { all } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { expandRecipients, type PagePath, pagePathFor } from '../page-plan.ts';
import { when } from './builder.ts';
import { titleOf } from './people.ts';
import { type Scene, severityIs } from './scene.ts';

/** Pages these recipients, at the severity that holds when it happens. */
export const callNow = (scene: Scene, recipients: readonly string[]): Effect[] =>
  [...scene.book.severities.keys()].map((level) =>
    when(severityIs(scene, level), ...call(scene, recipients, level)),
  );

/** Pages these recipients as at one severity. */
export function call(scene: Scene, recipients: readonly string[], level: string): Effect[] {
  const list = expandRecipients(scene.book, recipients);
  return callEach(scene, [...list.roles, ...list.groups], level);
}

export const callEach = (scene: Scene, ids: readonly string[], level: string): Effect[] =>
  ids.flatMap((id) => (scene.book.groups.has(id) ? callGroup(scene, id) : callRole(scene, id, level)));

/** A group is asked once; its members answer by signing. */
function callGroup({ b, book }: Scene, group: string): Effect[] {
  const asked = `paged/${group}`;
  return [when(b.is(asked, 0), b.set(asked), sent(book.groups.get(group)?.title ?? group, group, b))];
}

const sent = (title: string, id: string, b: Scene['b']): Effect =>
  b.emit(`page-sent.${id}`, { kind: 'page-sent', subject: id, text: `page sent to ${title}` });

/**
 * Sends the page unless the role has already answered (D21: those who acknowledged are not paged again) or is already being
 * paged on this very path.
 */
function callRole(scene: Scene, role: string, level: string): Effect[] {
  const { b, book } = scene;
  const path = pagePathFor(book, role, level);
  if (!path) return [];
  const others = [...book.severities.keys()].flatMap((other) => pagePathFor(book, role, other) ?? []);
  const leave = [...new Set(others.map((other) => other.id))].filter((id) => id !== path.id);
  return [
    when(
      all(b.is(`acknowledged/${role}`, 0), b.is(`page/${path.id}`, 0)),
      ...leave.map((id) => b.set(`page/${id}`, 0)),
      ...sendLevel(scene, path, 1),
    ),
  ];
}

/** Sends the page of one level of a path. */
export function sendLevel({ b, book }: Scene, path: PagePath, level: number): Effect[] {
  return [
    sent(titleOf(book, path.role), path.role, b),
    b.set(`page/${path.id}`, level),
    b.start(`page/${path.id}`),
    b.emit(`paged.${path.id}`, { kind: 'paged', subject: path.id, text: `page on ${path.id}` }),
  ];
}
