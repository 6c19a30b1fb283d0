import type { ts } from 'ts-morph';
import type { Position } from '../../model/position.ts';
import type { SourceProblem, TextOf } from '../contract-source.ts';

/** The compiler's own parser: loaded by the caller, for its import takes a third of a second. */
export type TypeScript = typeof ts;

/** The syntax trees of one reading, by file. No type is ever checked: that would cost seconds. */
export interface Modules {
  readonly ts: TypeScript;
  of(file: string): ts.SourceFile | undefined;
}

export function modulesOf(ts: TypeScript, textOf: TextOf): Modules {
  const parsed = new Map<string, ts.SourceFile | undefined>();
  return {
    ts,
    of(file) {
      if (!parsed.has(file)) {
        const text = textOf(file);
        parsed.set(file, text === undefined ? undefined : parse(ts, file, text));
      }
      return parsed.get(file);
    },
  };
}

const parse = (ts: TypeScript, file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);

/** The first mistake in the syntax; the others follow from it. */
export function syntaxProblem(source: ts.SourceFile): SourceProblem | undefined {
  // Not in the public type, and the only list of syntax errors that needs no program around the file.
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const [first] = parseDiagnostics;
  if (!first) return undefined;
  const message = typeof first.messageText === 'string' ? first.messageText : first.messageText.messageText;
  return {
    message: `the syntax is broken here: ${message.replace(/\.$/, '')}`,
    hint: 'mend the syntax; until then nothing in this file is compared',
    position: positionAt(source, first.start ?? 0),
    subject: 'syntax',
  };
}

export const positionOf = (node: ts.Node): Position => positionAt(node.getSourceFile(), node.getStart());

export function positionAt(source: ts.SourceFile, offset: number): Position {
  const { line, character } = source.getLineAndCharacterOfPosition(offset);
  return { file: source.fileName, line: line + 1, column: character + 1 };
}
