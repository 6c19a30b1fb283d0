import { ts } from 'ts-morph';
import { lineOf, nodesOf, type Source } from './sources.ts';

export interface Sized {
  name: string;
  lines: number;
}

export interface Distribution {
  median: number;
  p95: number;
  max: number;
}

export const fileSizes = (sources: readonly Source[]): Sized[] =>
  sources.map(({ path, text }) => ({ name: path, lines: text.trimEnd().split('\n').length }));

/** Every function with a body, arrow functions and methods included; lines from its first token to its closing brace. */
export const functionSizes = (sources: readonly Source[]): Sized[] =>
  sources.flatMap(({ path, ast }) =>
    [...nodesOf(ast)].filter(isFunctionWithBody).map((node) => ({
      name: `${path}:${lineOf(node)}`,
      lines: ast.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(node),
    })),
  );

const isFunctionWithBody = (node: ts.Node) =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

export function distribution(sizes: readonly Sized[]): Distribution {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}
