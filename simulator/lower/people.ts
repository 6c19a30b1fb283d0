import type { Book } from '../../model/book.ts';
import { any, type Guard, not } from '../kernel/guard.ts';
import type { Effect, Owner, Standing } from '../kernel/machine.ts';
import { isHeld, type Scene } from './scene.ts';

/** Somebody who may act for a role, and when he may. */
export interface Holder {
  readonly role: string;
  readonly as: Standing['as'];
  readonly person: string;
  readonly when: Guard;
}

/** What a window remembers of who acts there. */
export const standing = ({ role, as }: Holder): Standing => ({ role, as });

export const personOwner = ({ b }: Scene, person: string): Owner => ({
  kind: 'person',
  id: person,
  failed: b.variable(`failed/${person}`),
});

export const hasFailed = ({ b }: Scene, person: string): Guard => b.is(`failed/${person}`);

/** He knows of the incident: he answered a page, was designated, or took command. */
export const isEngaged = ({ b }: Scene, person: string): Guard => b.is(`engaged/${person}`);

export const engage = ({ b }: Scene, person: string) => b.set(`engaged/${person}`);

/**
 * Who may act for a role: its holder; the backup of the contact sheet once the holder has failed or while nobody has been
 * designated. The commander's backup acts only in provisional command, where a path of the book says who takes over.
 */
export function holdersOf(scene: Scene, role: string): Holder[] {
  const { book, b } = scene;
  const held = book.roles.get(role);
  if (!held) return [];
  const designated = isHeld(scene, role);
  const primary: Holder = { role, as: 'primary', person: held.held_by, when: designated };
  if (role === book.commander && hasTakeover(book)) {
    const takers = [...book.paths.values()].flatMap((path) => (path.takeover ? [path.takeover.by] : []));
    const provisional = (person: string): Holder => ({
      role,
      as: 'provisional',
      person,
      when: b.is('command', 2),
    });
    return [primary, ...[...new Set(takers)].map(provisional)];
  }
  const backup = book.contacts.get(role)?.backup;
  if (backup === undefined || backup === held.held_by) return [primary];
  const mayAct = any(hasFailed(scene, held.held_by), not(designated));
  return [primary, { role, as: 'backup', person: backup, when: mayAct }];
}

/** Remembers who acted in a role, where an invariant keeps roles apart; otherwise nothing is remembered. */
export function acting(scene: Scene, { role, person }: Holder): Effect[] {
  return keepsApart(scene, role) ? [scene.b.set(`acted/${role}/${person}`)] : [];
}

/** Some invariant keeps a role apart from others, or from itself across incidents where there are several. */
const keepsApart = ({ book, incidents }: Scene, role: string, across = false): boolean =>
  [...book.invariants.values()].some((invariant) => {
    if (!invariant.distinct_people?.includes(role)) return false;
    return invariant.across === undefined ? !across : incidents.length > 1;
  });

/** Remembers who commands, where an invariant asks that across incidents. */
export function commands(scene: Scene, person: string): Effect[] {
  const { b, book } = scene;
  if (book.commander === undefined || !keepsApart(scene, book.commander, true)) return [];
  return [b.set('commander', personNumber(book, person))];
}

export const isCommander = ({ b, book }: Scene, person: string): Guard =>
  b.is('commander', personNumber(book, person));

const personNumber = ({ people }: Book, person: string): number => 1 + [...people.keys()].indexOf(person);

export const hasTakeover = (book: Book): boolean => [...book.paths.values()].some((path) => path.takeover);

/** How a person is called in a sentence: the name, else the position. */
export function callOf(book: Book, person: string): string {
  const found = book.people.get(person);
  return found?.name ?? found?.title ?? person;
}

export const titleOf = (book: Book, role: string): string =>
  book.roles.get(role)?.title ?? book.groups.get(role)?.title ?? role;
