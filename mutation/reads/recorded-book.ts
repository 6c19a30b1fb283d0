import type { Book } from '../../model/book.ts';
import { ALL, child } from './node-name.ts';

/** Told the name of each node that is read. */
export type Note = (node: string) => void;

/**
 * A book that tells which of its nodes are read, down to the last key. Whatever is computed from it is the same for every other
 * book in which these nodes are the same. Where something stands (`at`) does not count as read.
 */
export function recordedBook(book: Book, note: Note): Book {
  const desk = makeDesk(note);
  const root = {};
  for (const [key, value] of Object.entries(book))
    Object.defineProperty(root, key, {
      enumerable: true,
      get: () => {
        if (typeof value === 'function' || key === 'id') return value;
        note(key);
        return desk.view(value, key);
      },
    });
  return root as Book;
}

/** Makes the view of a node, the same one each time it is asked for. */
interface Desk {
  readonly note: Note;
  view(value: unknown, node: string): unknown;
}

function makeDesk(note: Note): Desk {
  const views = new Map<string, unknown>();
  const desk: Desk = {
    note,
    view: (value, node) => {
      if (typeof value !== 'object' || value === null) return value;
      if (!views.has(node)) views.set(node, viewOf(desk, value, node));
      return views.get(node);
    },
  };
  return desk;
}

function viewOf(desk: Desk, value: object, node: string): unknown {
  if (value instanceof Map) return mapView(desk, value, node);
  return value instanceof Set ? setView(desk, value, node) : objectView(desk, value, node);
}

function mapView({ note, view }: Desk, map: ReadonlyMap<unknown, unknown>, node: string) {
  const at = (key: unknown): unknown => {
    note(child(node, key));
    return view(map.get(key), child(node, key));
  };
  const keys = () => {
    note(child(node, ALL));
    return [...map.keys()];
  };
  const entries = () => keys().map((key): [unknown, unknown] => [key, at(key)]);
  return {
    get: at,
    has: (key: unknown) => {
      note(child(node, key));
      return map.has(key);
    },
    get size() {
      return keys().length;
    },
    keys: () => keys().values(),
    values: () => keys().map(at).values(),
    entries: () => entries().values(),
    forEach: (visit: (value: unknown, key: unknown) => void) => {
      for (const [key, value] of entries()) visit(value, key);
    },
    [Symbol.iterator]: () => entries().values(),
  };
}

function setView(desk: Desk, set: ReadonlySet<unknown>, node: string) {
  const map = mapView(desk, new Map([...set].map((each) => [each, each])), node);
  return Object.defineProperty(Object.create(map), Symbol.iterator, { value: () => map.keys() });
}

function objectView({ note, view }: Desk, value: object, node: string): unknown {
  // A proxy of a frozen object must show its very values: this one shows views of them.
  const shadow: object = Array.isArray(value) ? [...value] : { ...value };
  return new Proxy(shadow, {
    get: (target, key, self) => {
      const own = Object.hasOwn(target, key);
      if (key === 'at' || typeof key === 'symbol' || (!own && key in target))
        return Reflect.get(target, key, self);
      note(child(node, key === 'length' && Array.isArray(target) ? ALL : key));
      return view(Reflect.get(target, key), child(node, key));
    },
    has: (target, key) => {
      note(child(node, String(key)));
      return Reflect.has(target, key);
    },
    ownKeys: (target) => {
      note(child(node, ALL));
      return Reflect.ownKeys(target);
    },
  });
}
