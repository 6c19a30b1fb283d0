import { isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, type ParsedNode } from 'yaml';
import { composeYaml, type YamlDocument } from './compose-yaml.ts';
import type { Path, Position } from './position.ts';
import type { Target } from './problem.ts';
import { keyName } from './yaml-value.ts';

export type Locate = (path: Path, target: Target) => Position;

/** Finds lines and columns in one file. Composes it again: only files that somebody asks about pay for positions. */
export function locator(file: string, text: string): Locate {
  const lines = new LineCounter();
  const { document } = composeYaml(text, lines);
  return (path, target) => {
    const { line, col } = lines.linePos(document ? offsetOf(document, path, target) : 0);
    return { file, line, column: col };
  };
}

interface Spot {
  readonly key: ParsedNode | undefined;
  readonly node: ParsedNode | undefined;
}

function offsetOf(document: YamlDocument, path: Path, target: Target): number {
  let spot: Spot = { key: undefined, node: document.contents ?? undefined };
  for (const segment of path) {
    const next = step(document, spot.node, segment);
    if (!next) return pointAt(spot, 'node');
    spot = next;
  }
  return pointAt(spot, target);
}

function step(
  document: YamlDocument,
  node: ParsedNode | undefined,
  segment: string | number,
): Spot | undefined {
  const seen = isAlias(node) ? (node.resolve(document) as ParsedNode | undefined) : node;
  if (isMap(seen)) {
    const pair = seen.items.find(({ key }) => keyName(key as ParsedNode) === String(segment));
    return pair && { key: pair.key as ParsedNode, node: (pair.value as ParsedNode | null) ?? undefined };
  }
  if (!isSeq(seen) || typeof segment !== 'number') return undefined;
  const item = seen.items[segment] as ParsedNode | undefined;
  return item && { key: undefined, node: item };
}

function pointAt({ key, node }: Spot, target: Target): number {
  const value = node && !isEmpty(node) ? node.range[0] : undefined;
  const named = key?.range[0];
  const first = target === 'key' || (target === 'node' && isCollection(node)) ? named : value;
  return first ?? named ?? node?.range[0] ?? 0;
}

const isEmpty = (node: ParsedNode) => isScalar(node) && node.value === null && !node.source;
