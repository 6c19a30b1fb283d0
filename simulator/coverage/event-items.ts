import type { At } from '../../model/position.ts';
import type { MachineEvent } from '../kernel/machine.ts';
import { pagePathFor } from '../page-plan.ts';
import type { ItemDraft, ItemKind } from './item.ts';
import type { Setting } from './setting.ts';

interface EventRule {
  readonly kind: ItemKind;
  readonly name: (subject: string, event: MachineEvent) => string;
  /** Where the book states it; undefined: it is no item. */
  readonly at: (setting: Setting, subject: string, event: MachineEvent) => At | undefined;
}

/** By the kind of the event on the trace: what may come about in several ways is one item, whichever of them it was. */
const EVENTS: Readonly<Record<string, EventRule>> = {
  level: {
    kind: 'escalation',
    name: (id) => `level/${id}`,
    at: ({ book }, id) => book.severities.get(id)?.at,
  },
  opened: { kind: 'jump', name: (id) => `opened/${id}`, at: ({ book }, id) => book.runbooks.get(id)?.at },
  paged: { kind: 'escalation', name: (id) => `page/${id}/sent`, at: ({ book }, id) => pathAt(book, id) },
  'page-sent': {
    kind: 'escalation',
    name: (id) => `page/${id}/sent`,
    // A role's page shows on its path.
    at: ({ book }, id) => book.groups.get(id)?.at,
  },
  exhausted: {
    kind: 'escalation',
    name: (id) => `page/${id}/exhausted`,
    at: ({ book }, id) => pathAt(book, id),
  },
  approved: {
    kind: 'authority',
    name: (id, { name }) => `authority/${id}/quorum/${name.split('.').at(-1)}`,
    at: ({ book }, id, { name }) =>
      book.groups.has(name.split('.').at(-1) ?? '') ? book.authorities.get(id)?.at : undefined,
  },
  cancelled: {
    kind: 'authority',
    name: (id) => `authority/${id}/cancelled`,
    at: ({ book }, id) => book.authorities.get(id)?.at,
  },
  executed: {
    kind: 'authority',
    name: (id) => `authority/${id}/executed`,
    at: ({ book }, id) => book.authorities.get(id)?.at,
  },
  notified: { kind: 'message', name: (id) => `told/${id}`, at: ({ book }, id) => book.audiences.get(id)?.at },
  lost: {
    kind: 'circumstance',
    name: (id) => `capability/${id}/lost`,
    at: ({ book }, id) => book.capabilities.get(id)?.at,
  },
  restored: {
    kind: 'circumstance',
    name: (id) => `capability/${id}/restored`,
    at: ({ book }, id) => book.capabilities.get(id)?.at,
  },
  resolved: {
    kind: 'course',
    name: () => 'resolved',
    at: ({ runbooks, book }) => (runbooks[0] ?? book.manifest).at,
  },
  closed: {
    kind: 'course',
    name: () => 'closed',
    at: ({ runbooks, book }) => (runbooks[0] ?? book.manifest).at,
  },
};

export function eventItems(setting: Setting, event: MachineEvent, index: number): ItemDraft[] {
  const rule = EVENTS[event.kind];
  const at = rule?.at(setting, event.subject ?? '', event);
  if (!rule || !at) return [];
  return [
    {
      kind: rule.kind,
      name: rule.name(event.subject ?? '', event),
      text: event.text,
      at,
      seen: { op: 'event', event: index },
    },
  ];
}

/** A path is one of the book's own, or the row of the contact sheet. */
function pathAt(book: Setting['book'], id: string): At | undefined {
  for (const role of book.roles.keys())
    for (const level of book.severities.keys()) {
      const path = pagePathFor(book, role, level);
      if (path?.id === id) return path.at;
    }
  return undefined;
}
