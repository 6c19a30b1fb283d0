import type { Book } from '../../model/book.ts';
import type { Machine } from '../kernel/machine.ts';
import { authorityItems } from './authority-items.ts';
import { eventItems } from './event-items.ts';
import { ITEM_KINDS, type Item, type ItemDraft, type ItemKind } from './item.ts';
import { lateItems } from './people-items.ts';
import { type Setting, settingOf } from './setting.ts';
import { statedItems } from './stated-items.ts';
import { viewsOf } from './view.ts';
import { windowItems } from './window-items.ts';

const ORDER = Object.keys(ITEM_KINDS) as ItemKind[];

/**
 * Everything that the book says may happen in this machine: read from its windows, alternatives, consequences and events, each
 * with its place in the book. By kind, then as the machine has them.
 */
export function coverageItems(book: Book, machine: Machine): Item[] {
  const found = new Map<string, Item>();
  const drafts = viewsOf(machine).flatMap((view) => draftsOf(settingOf(book, view)));
  for (const { seen, ...draft } of drafts) {
    const known = found.get(draft.name);
    found.set(draft.name, { ...(known ?? draft), seen: [...(known?.seen ?? []), seen] });
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const draftsOf = (setting: Setting): ItemDraft[] => [
  ...setting.view.windows.flatMap(({ part, index }) => windowItems(setting, part, index)),
  ...setting.view.consequences.flatMap(({ part, index }) => statedItems(setting, part, index)),
  ...setting.view.events.flatMap(({ part, index }) => eventItems(setting, part, index)),
  ...authorityItems(setting),
  ...lateItems(setting),
];
