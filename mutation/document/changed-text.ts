import { isAlias, isMap, isSeq, type ParsedNode, stringify } from 'yaml';
import { composeYaml } from '../../model/compose-yaml.ts';
import type { Path } from '../../model/position.ts';
import { keyName } from '../../model/yaml-value.ts';
import type { Change, Scalar } from './change.ts';
import { chunkOf, type Entry, type Span } from './chunk.ts';

/** Changes of one text, each by itself. Undefined where one cannot be made: through an alias, or when nothing would be left. */
export function changerOf(text: string): (change: Change) => string | undefined {
  const root = composeYaml(text).document?.contents;
  return (change) => (root ? changed(text, root, change) : undefined);
}

/** Several changes one after the other. */
export function changedText(text: string, changes: readonly Change[]): string | undefined {
  return changes.reduce<string | undefined>(
    (before, change) => (before === undefined ? undefined : changerOf(before)(change)),
    text,
  );
}

function changed(text: string, root: ParsedNode, change: Change): string | undefined {
  switch (change.op) {
    case 'drop':
      return dropped(text, root, change.path);
    case 'set': {
      const node = entryAt(root, change.path)?.node;
      return node && replaced(text, { start: node.range[0], end: node.range[1] }, written(change.to));
    }
    case 'rename': {
      const key = entryAt(root, change.path)?.key;
      return key && replaced(text, { start: key.range[0], end: key.range[1] }, change.to);
    }
    case 'repeat':
      return repeated(text, root, change.path, change.id);
    case 'swap':
      return swapped(text, root, change.path);
  }
}

const written = (value: Scalar | readonly Scalar[]): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();

const replaced = (text: string, { start, end }: Span, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** Siblings in their order; undefined when the path leads nowhere. */
function entriesOf(root: ParsedNode, path: Path): { entries: readonly Entry[]; flow: boolean } | undefined {
  const node = path.length === 0 ? root : entryAt(root, path)?.node;
  if (!node || isAlias(node) || (!isMap(node) && !isSeq(node))) return undefined;
  const entries = isSeq(node)
    ? node.items.map((item, index): Entry => ({ name: index, key: undefined, node: item as ParsedNode }))
    : node.items.map(
        ({ key, value }): Entry => ({
          name: keyName(key as ParsedNode),
          key: key as ParsedNode,
          node: (value as ParsedNode | null) ?? undefined,
        }),
      );
  return { entries, flow: node.flow === true };
}

function entryAt(root: ParsedNode, path: Path): Entry | undefined {
  const last = path.at(-1);
  return entriesOf(root, path.slice(0, -1))?.entries.find(({ name }) => name === last);
}

function dropped(text: string, root: ParsedNode, path: Path): string | undefined {
  if (path.length === 0) return undefined;
  const siblings = entriesOf(root, path.slice(0, -1));
  const index = siblings?.entries.findIndex(({ name }) => name === path.at(-1)) ?? -1;
  if (!siblings || index < 0) return undefined;
  const chunk = siblings.entries.length > 1 ? chunkOf(text, siblings, index) : undefined;
  return chunk ? replaced(text, chunk, '') : dropped(text, root, path.slice(0, -1));
}

function repeated(text: string, root: ParsedNode, path: Path, id: string | undefined): string | undefined {
  const siblings = entriesOf(root, path.slice(0, -1));
  const index = siblings?.entries.findIndex(({ name }) => name === path.at(-1)) ?? -1;
  const entry = siblings?.entries[index];
  if (!siblings || !entry?.node) return undefined;
  const flow = { start: entry.node.range[0], end: entry.node.range[1] };
  const chunk = siblings.flow ? flow : chunkOf(text, siblings, index);
  if (!chunk) return undefined;
  const named = id === undefined ? undefined : entryAt(root, [...path, 'id'])?.node;
  const copy =
    named && id !== undefined
      ? text.slice(chunk.start, named.range[0]) + id + text.slice(named.range[1], chunk.end)
      : text.slice(chunk.start, chunk.end);
  return replaced(text, { start: chunk.end, end: chunk.end }, siblings.flow ? `, ${copy}` : copy);
}

function swapped(text: string, root: ParsedNode, path: Path): string | undefined {
  const siblings = entriesOf(root, path.slice(0, -1));
  const index = Number(path.at(-1));
  const [first, second] = [siblings?.entries[index]?.node, siblings?.entries[index + 1]?.node];
  if (!siblings || !first || !second) return undefined;
  const span = ({ range }: ParsedNode): Span => ({ start: range[0], end: range[1] });
  const above = siblings.flow ? span(first) : chunkOf(text, siblings, index);
  const below = siblings.flow ? span(second) : chunkOf(text, siblings, index + 1);
  if (!above || !below) return undefined;
  return (
    text.slice(0, above.start) +
    text.slice(below.start, below.end) +
    text.slice(above.end, below.start) +
    text.slice(above.start, above.end) +
    text.slice(below.end)
  );
}
