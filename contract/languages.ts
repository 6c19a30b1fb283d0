import type { Position } from '../model/position.ts';
import { readAnchorIdl } from './anchor-idl/read-anchor-idl.ts';
import { readCHeader } from './c-header/read-c-header.ts';
import type { ReadContractSource, TextOf } from './contract-source.ts';
import { exitPassings as rustPassings } from './rust/exit-passing.ts';
import { readRust } from './rust/read-rust.ts';
import type { ParseRust } from './rust/syntax.ts';
import { type Declared, declaredCodes } from './typescript/declared-codes.ts';
import { exitPassings as typescriptPassings } from './typescript/exit-passing.ts';
import { modulesOf, type TypeScript } from './typescript/parse.ts';
import { readTypescript } from './typescript/read-typescript.ts';

/** Large parsers, loaded by the caller and only those that some contract needs. */
export interface Parsers {
  readonly typescript: TypeScript | undefined;
  readonly rust: ParseRust | undefined;
}

/** Which parsers a contract needs, by its files. */
export type ParserName = keyof Parsers;

export const parserOf = (file: string): ParserName | undefined => {
  if (/\.[cm]?tsx?$/.test(file)) return 'typescript';
  return file.endsWith('.rs') ? 'rust' : undefined;
};

/** The reader of a language; throws when its parser was not loaded, which is a mistake of the caller. */
export function readerOf(
  language: 'typescript' | 'rust' | 'anchor-idl' | 'c-header',
  parsers: Parsers,
): ReadContractSource {
  switch (language) {
    case 'typescript':
      return readTypescript(loaded(parsers, 'typescript'));
    case 'rust':
      return readRust(loaded(parsers, 'rust'));
    case 'anchor-idl':
      return readAnchorIdl;
    case 'c-header':
      return readCHeader;
  }
}

/** The entries of a table of exit statuses; undefined where its file is not there. */
export function exitTableOf(
  parsers: Parsers,
  file: string,
  table: string,
  textOf: TextOf,
): Declared | undefined {
  const modules = modulesOf(loaded(parsers, 'typescript'), textOf);
  const source = modules.of(file);
  return source && declaredCodes(modules, source, table);
}

/** Where a file ends the process with what comes from one of these names. */
export function passingsIn(
  parsers: Parsers,
  { file, text }: { readonly file: string; readonly text: string },
  names: ReadonlySet<string>,
  textOf: TextOf,
): readonly Position[] {
  const isNamed = [...names].some((name) => text.includes(name));
  if (!isNamed || !text.includes('exit')) return []; // most files: not worth a syntax tree
  const parser = parserOf(file);
  if (parser === 'rust') return rustPassings(file, loaded(parsers, 'rust')(text), names);
  if (parser !== 'typescript') return [];
  const modules = modulesOf(loaded(parsers, 'typescript'), textOf);
  const source = modules.of(file);
  return source ? typescriptPassings(modules, source, names) : [];
}

function loaded<P extends ParserName>(parsers: Parsers, name: P): NonNullable<Parsers[P]> {
  const parser = parsers[name];
  if (!parser) throw new Error(`the parser for ${name} was not loaded`);
  return parser;
}
