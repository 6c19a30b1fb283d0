import type { Book } from '../../model/book.ts';
import type { Machine } from '../kernel/machine.ts';
import { authorityItems } from './authority-items.ts';
import { eventItems } from './event-items.ts';
import { type View, viewsOf } from './incident-views.ts';
import { ITEM_KINDS, type Item, type ItemDraft, type ItemKind } from './item.ts';
import { lateItems } from './people-items.ts';
import { settingOf } from './setting.ts';
import { statedItems } from './stated-items.ts';
import { windowItems } from './window-items.ts';

const ORDER = Object.keys(ITEM_KINDS) as ItemKind[];

/**
 * Everything that the book says may happen in this machine: read from its windows, alternatives, consequences and events, each
 * with its place in the book. By kind, then as the machine has them.
 */
export function coverageItems(book: Book, machine: Machine): Item[] {
  const found = new Map<string, Item>();
  for (const { seen, ...draft } of viewsOf(machine).flatMap((view) => draftsOf(book, view))) {
    const known = found.get(draft.name);
    found.set(draft.name, { ...(known ?? draft), seen: [...(known?.seen ?? []), seen] });
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function draftsOf(book: Book, { machine, isForeign }: View): ItemDraft[] {
  const setting = settingOf(book, machine);
  const own = <T>(
    list: readonly T[],
    name: (each: T) => string,
    make: (each: T, index: number) => ItemDraft[],
  ) => list.flatMap((each, index) => (isForeign(name(each)) ? [] : make(each, index)));
  return [
    ...own(
      machine.windows,
      ({ site }) => site,
      (window, index) => windowItems(setting, window, index),
    ),
    ...own(
      machine.consequences,
      ({ name }) => name,
      (each, index) => statedItems(setting, each, index),
    ),
    ...own(
      machine.events,
      ({ name }) => name,
      (event, index) => eventItems(setting, event, index),
    ),
    ...authorityItems(setting),
    ...lateItems(setting),
  ];
}
