import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ParserName, Parsers } from '../contract/languages.ts';
import type { ParseRust, SyntaxNode } from '../contract/rust/syntax.ts';
import type { TypeScript } from '../contract/typescript/parse.ts';

/** Loads the parsers that are needed and no other: the one for TypeScript takes a third of a second. */
export async function loadParsers(needed: ReadonlySet<ParserName>): Promise<Parsers> {
  const [typescript, rust] = await Promise.all([
    needed.has('typescript') ? loadTypescript() : undefined,
    needed.has('rust') ? loadRust() : undefined,
  ]);
  return { typescript, rust };
}

const require = createRequire(import.meta.url);

/** By `require`: to import it, Node would first search eleven megabytes of CommonJS for the names of its exports. */
function loadTypescript(): TypeScript {
  const { ts } = require('ts-morph') as typeof import('ts-morph');
  return ts;
}

/** The grammar is WebAssembly inside its package: nothing is fetched. */
async function loadRust(): Promise<ParseRust> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const grammar = require.resolve('tree-sitter-rust/tree-sitter-rust.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(grammar)));
  return (text) => parser.parse(text)?.rootNode as SyntaxNode;
}
