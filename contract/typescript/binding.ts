import type { ts } from 'ts-morph';
import type { Modules } from './parse.ts';

/** What a name stands for, as far as the text tells. */
export type Binding =
  /** `const x = initializer`, or `const { key: x } = initializer`. */
  | { readonly kind: 'constant'; readonly initializer: ts.Expression; readonly key?: string }
  | { readonly kind: 'function'; readonly node: ts.FunctionLikeDeclaration }
  | { readonly kind: 'enum'; readonly node: ts.EnumDeclaration };

/** Finds the declaration of a name: in the blocks around it, at the top of its file, or in the file it is imported from. */
export function bindingOf(modules: Modules, name: ts.Identifier): Binding | undefined {
  const { ts } = modules;
  for (let scope: ts.Node = name.parent; scope; scope = scope.parent) {
    if (
      ts.isFunctionLike(scope) &&
      scope.parameters.some((parameter) => declares(ts, parameter.name, name.text))
    )
      return undefined;
    const statements = statementsOf(ts, scope);
    const found = statements && declaredIn(modules, statements, name.text);
    if (found) return found === 'opaque' ? undefined : found;
  }
  return imported(modules, name.getSourceFile(), name.text);
}

/** How many files may pass a name on. */
const MOST_FILES = 8;

/** What a file calls by this name at its top level. */
export function topLevel(
  modules: Modules,
  source: ts.SourceFile,
  name: string,
  files = 0,
): Binding | undefined {
  const found = declaredIn(modules, source.statements, name) ?? imported(modules, source, name, files + 1);
  return found === 'opaque' ? undefined : found;
}

function statementsOf(ts: Modules['ts'], node: ts.Node): readonly ts.Statement[] | undefined {
  if (ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseOrDefaultClause(node)) return node.statements;
  return undefined;
}

function declaredIn(
  { ts }: Modules,
  statements: readonly ts.Statement[],
  name: string,
): Binding | 'opaque' | undefined {
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name && statement.body)
      return { kind: 'function', node: statement };
    if (ts.isEnumDeclaration(statement) && statement.name.text === name)
      return { kind: 'enum', node: statement };
    if (!ts.isVariableStatement(statement)) continue;
    const { declarationList } = statement;
    const declaration = declarationList.declarations.find((each) => declares(ts, each.name, name));
    if (!declaration) continue;
    const isConst = (declarationList.flags & ts.NodeFlags.Const) !== 0;
    return (isConst ? variable(ts, declaration, name) : undefined) ?? 'opaque';
  }
  return undefined;
}

const declares = (ts: Modules['ts'], pattern: ts.BindingName, name: string): boolean =>
  ts.isIdentifier(pattern)
    ? pattern.text === name
    : pattern.elements.some((element) => ts.isBindingElement(element) && declares(ts, element.name, name));

function variable(
  ts: Modules['ts'],
  { name: pattern, initializer }: ts.VariableDeclaration,
  name: string,
): Binding | undefined {
  if (!initializer) return undefined;
  if (ts.isIdentifier(pattern))
    return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)
      ? { kind: 'function', node: initializer }
      : { kind: 'constant', initializer };
  if (!ts.isObjectBindingPattern(pattern)) return undefined;
  const element = pattern.elements.find((each) => ts.isIdentifier(each.name) && each.name.text === name);
  if (!element || element.dotDotDotToken || element.initializer) return undefined;
  const key = element.propertyName ?? element.name;
  return ts.isIdentifier(key) || ts.isStringLiteral(key)
    ? { kind: 'constant', initializer, key: key.text }
    : undefined;
}

/** Follows `import { x } from './file.ts'`; what comes from a package is not read. */
function imported(modules: Modules, source: ts.SourceFile, name: string, files = 0): Binding | undefined {
  const { ts } = modules;
  if (files > MOST_FILES) return undefined;
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const element = bindings.elements.find((each) => each.name.text === name);
    if (!element) continue;
    const target = resolvePath(source.fileName, statement.moduleSpecifier.text);
    const module = target === undefined ? undefined : modules.of(target);
    return module && topLevel(modules, module, (element.propertyName ?? element.name).text, files);
  }
  return undefined;
}

/** `./x.ts` as seen from a file; `./x.js` is what a `./x.ts` is called once it is compiled. */
export function resolvePath(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.') parts.push(part);
  }
  return parts.join('/').replace(/\.js$/, '.ts');
}
