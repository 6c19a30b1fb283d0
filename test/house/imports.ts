import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { ts } from 'ts-morph';
import { isServer, ROOMS } from './rooms.ts';
import { lineOf, nodesOf, type Source } from './sources.ts';

interface Import {
  specifier: string;
  line: number;
  typeOnly: boolean;
}

export function importsOf({ ast }: Source): Import[] {
  return [...nodesOf(ast)].flatMap((node) => {
    const specifier = specifierOf(node);
    return specifier ? [{ specifier: specifier.text, line: lineOf(node), typeOnly: isTypeOnly(node) }] : [];
  });
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  let found: ts.Node | undefined;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) found = node.moduleSpecifier;
  else if (ts.isCallExpression(node) && isImportOrRequire(node.expression)) found = node.arguments[0];
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) found = node.argument.literal;
  return found && ts.isStringLiteralLike(found) ? found : undefined;
}

const isImportOrRequire = (callee: ts.Node) =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');

const isTypeOnly = (node: ts.Node) =>
  ts.isImportTypeNode(node) ||
  (ts.isExportDeclaration(node) && node.isTypeOnly) ||
  (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);

/** The top-level folder that a relative import reaches; undefined for a package. */
function targetRoom(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(from), specifier).split('/')[0];
}

/** Complaints about the direction of imports of one file, each as `file:line: sentence`. */
export function wrongDirections(source: Source): string[] {
  const room = source.path.split('/')[0] ?? '';
  const allowed = [room, ...(ROOMS[room] ?? [])];
  return importsOf(source)
    .map(({ specifier, line }) => ({ line, target: targetRoom(source.path, specifier) }))
    .filter(({ target }) => target !== undefined && !allowed.includes(target))
    .map(({ line, target }) => `${source.path}:${line}: ${room} must not import ${target}`);
}

/** Complaints about modules of Node itself in a pure room. */
export function nodeModules(source: Source): string[] {
  if (isServer(source.path)) return [];
  return importsOf(source)
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ specifier, line }) => `${source.path}:${line}: ${specifier} is for cli/ only`);
}
