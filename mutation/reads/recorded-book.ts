import type { Book } from '../../model/book.ts';
import { ALL, child } from './node-name.ts';

/** Told the name of each node that is read. */
export type Note = (node: string) => void;

/**
 * A book that tells which of its nodes are read, down to the last key. Whatever is computed from it is the same for every other
 * book in which these nodes are the same. Where something stands (`at`) does not count as read.
 */
export function recordedBook(book: Book, note: Note): Book {
  const views = new Map<string, unknown>();
  const view = (value: unknown, node: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = views.get(node);
    if (known !== undefined) return known;
    const made =
      value instanceof Map
        ? mapView(value, node)
        : value instanceof Set
          ? setView(value, node)
          : objectView(value, node);
    views.set(node, made);
    return made;
  };
  const mapView = (map: ReadonlyMap<unknown, unknown>, node: string) => {
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
  };
  const setView = (set: ReadonlySet<unknown>, node: string) => {
    const map = mapView(new Map([...set].map((each) => [each, each])), node);
    return Object.defineProperty(Object.create(map), Symbol.iterator, { value: () => map.keys() });
  };
  const objectView = (value: object, node: string): unknown => {
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
  };
  const shown = Object.entries(book).map(
    ([key, value]) => [key, typeof value === 'function' ? value : undefined, value] as const,
  );
  const root = {};
  for (const [key, plain, value] of shown)
    Object.defineProperty(root, key, {
      enumerable: true,
      get: () => {
        if (plain || key === 'id') return value;
        note(key);
        return view(value, key);
      },
    });
  return root as Book;
}
