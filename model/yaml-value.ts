import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { code } from './schema/words.ts';
import { MAX_ALIASED_NODES, MAX_DEPTH } from './source-file.ts';

/** What is wrong with a node while it becomes a value. `first` is the offset of the key that stood there before. */
export type ValueProblem =
  | { readonly name: 'duplicate-key'; readonly offset: number; readonly key: string; readonly first: number }
  | { readonly name: 'bad-key'; readonly offset: number; readonly message: string }
  | { readonly name: 'bad-alias'; readonly offset: number; readonly message: string };

interface Measured {
  readonly value: unknown;
  readonly size: number;
  readonly height: number;
}

/** What one reading of a file keeps in mind. */
interface Reading {
  readonly anchors: Map<string, Measured | 'open'>;
  readonly report: (problem: ValueProblem) => void;
  /** Nodes that aliases have added so far. */
  aliased: number;
}

const EMPTY: Measured = { value: null, size: 1, height: 0 };

/**
 * A YAML node as frozen plain values. Aliases share the value of their anchor, and what they would add when written out
 * is bounded: everything that later walks the value walks it written out.
 */
export const yamlValue = (root: ParsedNode | null, report: (problem: ValueProblem) => void): unknown =>
  measure(root, 0, { anchors: new Map(), report, aliased: 0 }).value;

function measure(node: ParsedNode | null, depth: number, reading: Reading): Measured {
  if (node === null) return EMPTY;
  if (isAlias(node)) return follow(node.source, node.range[0], depth, reading);
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, 'open');
  const measured = isScalar(node) ? { ...EMPTY, value: node.value } : collection(node, depth, reading);
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, measured);
  return measured;
}

function collection(node: ParsedNode, depth: number, reading: Reading): Measured {
  let size = 1;
  let height = 0;
  const child = (inner: unknown): unknown => {
    const measured = measure(inner as ParsedNode | null, depth + 1, reading);
    size += measured.size;
    height = Math.max(height, measured.height + 1);
    return measured.value;
  };
  const value = isSeq(node) ? node.items.map(child) : mapping(node, child, reading);
  return { value: Object.freeze(value), size, height };
}

function mapping(node: ParsedNode, child: (inner: unknown) => unknown, { report }: Reading): object {
  const value: Record<string, unknown> = {};
  const seen = new Map<string, number>();
  for (const pair of isMap(node) ? node.items : []) {
    const key = pair.key as ParsedNode | null;
    const inner = child(pair.value);
    const offset = key?.range[0] ?? node.range[0];
    const name = keyName(key);
    const first = name === undefined ? undefined : seen.get(name);
    if (name === undefined) report({ name: 'bad-key', offset, message: 'a key must be plain text' });
    else if (name in Object.prototype)
      report({ name: 'bad-key', offset, message: `\`${name}\` cannot be used as a key` });
    else if (first !== undefined) report({ name: 'duplicate-key', offset, key: name, first });
    else {
      value[name] = inner;
      seen.set(name, offset);
    }
  }
  return value;
}

function follow(name: string, offset: number, depth: number, reading: Reading): Measured {
  const target = reading.anchors.get(name);
  const refuse = (message: string): Measured => {
    reading.report({ name: 'bad-alias', offset, message });
    return EMPTY;
  };
  if (target === undefined) return refuse(`the alias ${code(`*${name}`)} has no anchor before it`);
  if (target === 'open') return refuse(`the alias ${code(`*${name}`)} stands inside its own anchor`);
  if (depth + target.height > MAX_DEPTH) return refuse(`aliases nest deeper than ${MAX_DEPTH} levels here`);
  reading.aliased += target.size;
  if (reading.aliased > MAX_ALIASED_NODES)
    return refuse(`aliases add more than ${MAX_ALIASED_NODES} nodes to this file`);
  return target;
}

/** Numbers, booleans and null are fine as keys and are taken as they are written: `6001:`, `true:`. */
export function keyName(key: ParsedNode | null): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value;
  return key.source === undefined || key.source === '' ? undefined : key.source;
}
