import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ts } from 'ts-morph';

export interface Source {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  ast: ts.SourceFile;
}

const CODE = /\.(ts|mjs)$/;
const isGenerated = (path: string) => path.startsWith('model/generated/');

/** Every hand-written source file of a top-level folder; none when there is no such folder yet. */
export function sourcesIn(folder: string): Source[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => CODE.test(file))
    .map((file) => join(folder, file).split(sep).join('/'))
    .filter((path) => !isGenerated(path))
    .sort()
    .map(readSource);
}

function readSource(path: string): Source {
  return parseSource(path, readFileSync(path, 'utf8'));
}

export const parseSource = (path: string, text: string): Source => ({
  path,
  text,
  ast: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true),
});

export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

export const lineOf = (node: ts.Node) =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
