import type { ts } from 'ts-morph';
import { didYouMeanHint } from '../../model/did-you-mean.ts';
import { blockLines } from '../comment-lines.ts';
import {
  type ContractSource,
  type DocComment,
  type ReadContractSource,
  type SourceProblem,
  type SourceRequest,
  unreadable,
} from '../contract-source.ts';
import { docRows } from '../doc-rows.ts';
import { topLevel } from './binding.ts';
import { declaredCodes } from './declared-codes.ts';
import { modulesOf, positionAt, positionOf, syntaxProblem, type TypeScript } from './parse.ts';
import { returnSites } from './return-sites.ts';

/** Reads TypeScript from its syntax tree alone. */
export const readTypescript =
  (ts: TypeScript): ReadContractSource =>
  (request) => {
    const modules = modulesOf(ts, (file) => (file === request.file ? request.text : request.textOf(file)));
    const source = modules.of(request.file) as ts.SourceFile;
    const tableFile = request.table && modules.of(request.table.file);
    const problems = [source, tableFile].flatMap((file) => (file && syntaxProblem(file)) ?? []);
    if (problems.length > 0)
      return unreadable(...new Map(problems.map((each) => [each.position.file, each])).values());
    if (request.table && !tableFile) return unreadable(noTableFile(request.table.file, source));
    const declared = request.table && tableFile && declaredCodes(modules, tableFile, request.table.name);
    const found = request.function === undefined ? undefined : topLevel(modules, source, request.function);
    if (request.function !== undefined && found?.kind !== 'function')
      return unreadable(noFunction(ts, source, request.function), ...(declared?.problems ?? []));
    const node = found?.kind === 'function' ? found.node : undefined;
    return {
      declared: declared?.codes ?? [],
      doc: node && docOf(ts, node, request),
      returns: node && returnSites(modules, node),
      problems: declared?.problems ?? [],
    } satisfies ContractSource;
  };

function docOf(ts: TypeScript, node: ts.Node, { table }: SourceRequest): DocComment | undefined {
  const statement = ts.findAncestor(node, ts.isStatement) ?? node;
  const source = node.getSourceFile();
  const comments = ts.getLeadingCommentRanges(source.text, statement.pos) ?? [];
  const range = comments.findLast(({ pos }) => source.text.startsWith('/**', pos));
  if (!range) return undefined;
  const position = positionAt(source, range.pos);
  const text = source.text.slice(range.pos, range.end);
  return {
    position,
    rows: docRows(blockLines(text, position)),
    namesTable: table !== undefined && text.includes(table.name),
  };
}

function noFunction(ts: TypeScript, source: ts.SourceFile, name: string): SourceProblem {
  const names = source.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? [];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((each) => each.name.getText());
  });
  return {
    message: `there is no function \`${name}\` in this file`,
    hint: didYouMeanHint(name, names) ?? 'name the function of the contract anew in the registry',
    position: positionAt(source, 0),
    subject: 'function',
  };
}

const noTableFile = (file: string, source: ts.SourceFile): SourceProblem => ({
  message: `the file of the table, \`${file}\`, is not there`,
  hint: 'name the file of the table anew in the registry',
  position: positionOf(source),
  subject: 'table file',
});
