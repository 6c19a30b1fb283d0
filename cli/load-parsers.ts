import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ParserName, Parsers } from '../contract/languages.ts';
import type { ParseRust, SyntaxNode } from '../contract/rust/syntax.ts';

/** Loads the parsers that are needed and no other: the one for TypeScript takes a fifth of a second. */
export async function loadParsers(needed: ReadonlySet<ParserName>): Promise<Parsers> {
  const [typescript, rust] = await Promise.all([
    needed.has('typescript') ? import('ts-morph').then(({ ts }) => ts) : undefined,
    needed.has('rust') ? loadRust() : undefined,
  ]);
  return { typescript, rust };
}

/** The grammar is WebAssembly inside its package: nothing is fetched. */
async function loadRust(): Promise<ParseRust> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-rust/tree-sitter-rust.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(grammar)));
  return (text) => parser.parse(text)?.rootNode as SyntaxNode;
}
