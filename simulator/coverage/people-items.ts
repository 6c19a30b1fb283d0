import { atLeast } from '../kernel/guard.ts';
import type { Owner, Standing, Window } from '../kernel/machine.ts';
import { callOf, titleOf } from '../lower/people.ts';
import type { ItemDraft } from './item.ts';
import type { Setting } from './setting.ts';

const WORDS: Readonly<Record<Standing['as'], string>> = {
  primary: 'by its holder',
  backup: 'by its backup',
  provisional: 'in provisional command',
};

/** Each role by everybody who may act in it. */
export function roleItems({ book }: Setting, { acts, alternatives }: Window, window: number): ItemDraft[] {
  const at = acts && (acts.as === 'backup' ? book.contacts.get(acts.role) : book.roles.get(acts.role))?.at;
  if (!acts || !at) return [];
  return alternatives.map((_, alternative) => ({
    kind: 'role',
    name: `role/${acts.role}/${acts.as}`,
    text: `${titleOf(book, acts.role)} acts ${WORDS[acts.as]}`,
    at,
    seen: { op: 'move', window, alternative },
  }));
}

/** Everybody who is bound to something once misses it; a group, with one of its seats. */
export function lateItems({ book, view }: Setting): ItemDraft[] {
  const bound = new Map<string, Extract<Owner, { failed: number }>>();
  for (const {
    part: { owner, hi },
  } of view.windows)
    if (hi !== undefined && 'failed' in owner) bound.set(owner.id, owner);
  return [...bound.values()].flatMap(({ id, failed, kind }): ItemDraft[] => {
    const at = (kind === 'person' ? book.people.get(id) : book.groups.get(id))?.at;
    const who = kind === 'person' ? callOf(book, id) : titleOf(book, id);
    return at === undefined
      ? []
      : [
          {
            kind: 'role',
            name: `late/${id}`,
            text: `${who} misses a bound`,
            at,
            seen: { op: 'state', guard: atLeast(failed, 1) },
          },
        ];
  });
}
