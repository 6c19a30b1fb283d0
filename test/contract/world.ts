import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { ts } from 'ts-morph';
import { Language, Parser } from 'web-tree-sitter';
import { checkContract } from '../../contract/check-contract.ts';
import type { Parsers } from '../../contract/languages.ts';
import { runVectors } from '../../contract/run-vectors.ts';
import type { SyntaxNode } from '../../contract/rust/syntax.ts';
import { type ContractSnapshot, snapshotFrom } from '../../contract/snapshot.ts';
import { readFacts } from '../../contract/source-facts.ts';
import { tryVectors, vectorsToRun } from '../../contract/try-vectors.ts';
import { loadBook } from '../../model/load-book.ts';
import { mendedPage } from '../../publish/parts/stale-part.ts';
import { SMALL_BOOK } from '../model/small-book.ts';

const FIXTURES = 'test/fixtures/contract';

const filesBelow = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]);

/** A small repository with one contract a language: every file by its path. */
export type World = Readonly<Record<string, string | undefined>>;

const PLAIN_WORLD: World = {
  ...Object.fromEntries(SMALL_BOOK),
  ...Object.fromEntries(filesBelow(join(FIXTURES, 'world'))),
  'crate/src/lib.rs': readFileSync(join(FIXTURES, 'verifier-crate/src/lib.rs'), 'utf8'),
  'include/verifier.h': readFileSync(join(FIXTURES, 'verifier.h'), 'utf8'),
  'target/idl/hook.json': readFileSync(join(FIXTURES, 'transfer-hook.json'), 'utf8'),
};

await Parser.init();
const rust = new Parser();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-rust/tree-sitter-rust.wasm');
rust.setLanguage(await Language.load(await readFile(grammar)));

export const PARSERS: Parsers = { typescript: ts, rust: (text) => rust.parse(text)?.rootNode as SyntaxNode };

/** Every contract of a world, checked; changes are measured against the plain world. */
export function checked(world: World) {
  const files = Object.entries(world).filter(([file]) => /^(policies|runbooks|scenarios)\//.test(file));
  const bytes = (text: string) => new TextEncoder().encode(text);
  const sources = files.flatMap(([file, text]) => (text === undefined ? [] : { file, bytes: bytes(text) }));
  const { book, findings } = loadBook(sources, 'small', 'codes');
  if (!book)
    throw new Error(`the world has no sound book: ${findings.map(({ message }) => message).join('; ')}`);
  const textOf = (file: string) => world[file];
  return [...book.contracts.values()].map((contract) => {
    const callers = (contract.callers ?? []).filter((file) => world[file] !== undefined);
    const before = plainSnapshot(contract.id);
    const facts = readFacts({ contract, callers }, PARSERS, textOf);
    return checkContract({
      book,
      contract,
      facts,
      tried: tryVectors(book, contract, textOf, runVectors(vectorsToRun(contract), textOf)),
      textOf,
      before,
    });
  });
}

const plainSnapshot = (id: string): ContractSnapshot | undefined =>
  snapshotFrom(id, PLAIN_WORLD['policies/small/registry.yaml'] ?? '', (file) => PLAIN_WORLD[file]);

/** The world in which nothing is wrong: with the page as it is generated. */
export const WORLD: World = withPages(PLAIN_WORLD);

export function withPages(world: World): World {
  const pages = checked(world).flatMap(({ page }) => page ?? []);
  return {
    ...world,
    ...Object.fromEntries(pages.map((page) => [page.file, mendedPage(page, world[page.file])])),
  };
}

/** Replaces the first `from` of a file; throws when the file does not hold it, so that no edit is void. */
export function edited(world: World, file: string, from: string | RegExp, to: string): World {
  const text = world[file] ?? '';
  const after = text.replace(from, () => to);
  if (after === text) throw new Error(`${file} does not hold ${from}`);
  return { ...world, [file]: after };
}

/** `contract rule`, in order. */
export const rulesOf = (world: World): string[] =>
  checked(world).flatMap(({ id, findings }) => findings.map(({ rule }) => `${id} ${rule}`));

/** `contract file:line rule: message (mend)`. */
export const sentencesOf = (world: World): string[] =>
  checked(world).flatMap(({ id, findings }) =>
    findings.map(
      ({ rule, message, hint, position: { file, line } }) =>
        `${id} ${file}:${line} ${rule}: ${message} (${hint})`,
    ),
  );
