import type { Path } from '../../model/position.ts';
import type { Change } from './change.ts';

type Node = Record<string, unknown> | unknown[];

/** What a change means, said of the value: the text that it makes must read so. Undefined where nothing would be left. */
export function changedValue(root: unknown, change: Change): unknown {
  const { path } = change;
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const within = (edit: (parent: Node) => unknown): unknown => editedAt(root, path.slice(0, -1), edit);
  switch (change.op) {
    case 'drop': {
      const parent = nodeAt(root, path.slice(0, -1));
      if (parent === undefined || !(last in parent)) return undefined;
      if (Object.keys(parent).length === 1)
        return changedValue(root, { op: 'drop', path: path.slice(0, -1) });
      return within((node) => without(node, last));
    }
    case 'set':
      return within((node) =>
        mapEntries(node, (key, value) => [key, key === String(last) ? change.to : value]),
      );
    case 'rename':
      return within((node) => mapEntries(node, (key, value) => [key === last ? change.to : key, value]));
    case 'repeat':
      return within((node) => {
        const items = node as unknown[];
        const copy = items[Number(last)];
        const named = change.id === undefined ? copy : { ...(copy as object), id: change.id };
        return items.toSpliced(Number(last) + 1, 0, named);
      });
    case 'swap':
      return within((node) => {
        const items = [...(node as unknown[])];
        const index = Number(last);
        [items[index], items[index + 1]] = [items[index + 1], items[index]];
        return items;
      });
  }
}

const nodeAt = (root: unknown, path: Path): Node | undefined =>
  path.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | undefined)?.[key], root) as
    | Node
    | undefined;

function editedAt(node: unknown, path: Path, edit: (node: Node) => unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return edit(node as Node);
  return mapEntries(node as Node, (key, value) => [
    key,
    key === String(head) ? editedAt(value, rest, edit) : value,
  ]);
}

const without = (node: Node, last: string | number): Node =>
  Array.isArray(node)
    ? node.filter((_, index) => index !== last)
    : Object.fromEntries(Object.entries(node).filter(([key]) => key !== last));

function mapEntries(node: Node, entry: (key: string, value: unknown) => [string, unknown]): Node {
  const entries = Object.entries(node).map(([key, value]) => entry(key, value));
  return Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
