import type { Path } from '../../model/position.ts';
import type { Place } from '../document/places.ts';
import type { Subject } from './operator.ts';

/** Nodes with this title in the schemas: `Duration`, `Step`. */
export const titled = ({ places }: Subject, ...titles: readonly string[]): Place[] =>
  places.filter(({ shape }) => shape.title !== undefined && titles.includes(shape.title));

/** Nodes at such a path: `steps.*`, from its end. A star stands for any key or index. */
export function under({ places }: Subject, ...patterns: readonly string[]): Place[] {
  const wanted = patterns.map((pattern) => pattern.split('.'));
  const found = places.filter(({ path }) => wanted.some((pattern) => ends(path, pattern)));
  return found.filter(({ path }, index) => found.findIndex((other) => same(other.path, path)) === index);
}

const ends = (path: Path, pattern: readonly string[]): boolean =>
  path.length >= pattern.length &&
  pattern.every((part, index) => part === '*' || part === String(path[path.length - pattern.length + index]));

const same = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/** The value of the node that holds this one. */
export const parentOf = ({ value }: Subject, path: Path): unknown => valueAt(value, path.slice(0, -1));

export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | undefined)?.[key], root);
