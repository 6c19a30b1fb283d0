import { isMap, isSeq, LineCounter, type ParsedNode } from 'yaml';
import { composeYaml } from '../model/compose-yaml.ts';
import type { Source } from '../model/generated/types.ts';
import type { Position } from '../model/position.ts';

/** Where the source document says what stands at a line of a file, in words: `section 3.1`. */
export function citedSource(text: string, { line, column }: Position): string | undefined {
  const lines = new LineCounter();
  const { document } = composeYaml(text, lines);
  const offset = (lines.lineStarts[line - 1] ?? 0) + column - 1;
  let node: unknown = document?.contents;
  let cited: string | undefined;
  while (node) {
    cited = inWords(sourceOf(node)) ?? cited;
    node = childAt(node, offset);
  }
  return cited;
}

const sourceOf = (node: unknown): Source | undefined =>
  isMap(node) && isMap(node.get('source', true))
    ? (node.get('source') as { toJSON(): Source }).toJSON()
    : undefined;

/** The item of a mapping or list that stands at an offset, its key included. */
function childAt(node: unknown, offset: number): unknown {
  if (isSeq(node)) return node.items.find((item) => covers(item as ParsedNode, offset));
  if (!isMap(node)) return undefined;
  return node.items.find(({ key, value }) => {
    const from = (key as ParsedNode).range[0];
    const to = (value as ParsedNode | null)?.range[2] ?? (key as ParsedNode).range[2];
    return from <= offset && offset < to;
  })?.value;
}

const covers = ({ range }: ParsedNode, offset: number) => range[0] <= offset && offset < range[2];

function inWords(source: Source | undefined): string | undefined {
  const { section, sheet } = source ?? {};
  const named = section ?? sheet;
  if (named === undefined) return undefined;
  const list = [named].flat().join(', ');
  return section === undefined ? list : `section ${list}`;
}
