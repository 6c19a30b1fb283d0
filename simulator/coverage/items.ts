import type { Book } from '../../model/book.ts';
import type { Machine } from '../kernel/machine.ts';
import { authorityItems } from './authority-items.ts';
import { eventItems } from './event-items.ts';
import { ITEM_KINDS, type Item, type ItemDraft, type ItemKind } from './item.ts';
import { lateItems } from './people-items.ts';
import { type Setting, settingOf } from './setting.ts';
import { statedItems } from './stated-items.ts';
import { windowItems } from './window-items.ts';

const ORDER = Object.keys(ITEM_KINDS) as ItemKind[];

/**
 * Everything that the book says may happen in this machine: read from its windows, alternatives, consequences and events, each
 * with its place in the book. By kind, then as the machine has them.
 */
export function coverageItems(book: Book, machine: Machine): Item[] {
  const setting = settingOf(book, machine);
  const found = new Map<string, Item>();
  for (const { seen, ...draft } of draftsOf(setting)) {
    const known = found.get(draft.name);
    found.set(draft.name, { ...(known ?? draft), seen: [...(known?.seen ?? []), seen] });
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const draftsOf = (setting: Setting): ItemDraft[] => [
  ...setting.machine.windows.flatMap((window, index) => windowItems(setting, window, index)),
  ...setting.machine.consequences.flatMap((each, index) => statedItems(setting, each, index)),
  ...setting.machine.events.flatMap((event, index) => eventItems(setting, event, index)),
  ...authorityItems(setting),
  ...lateItems(setting),
];
