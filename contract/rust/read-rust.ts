import { didYouMeanHint } from '../../model/did-you-mean.ts';
import {
  type DocComment,
  type ReadContractSource,
  type SourceProblem,
  type SourceRequest,
  unreadable,
} from '../contract-source.ts';
import { docRows } from '../doc-rows.ts';
import { declaredCodes } from './declared-codes.ts';
import { docLines, fileDocLines } from './doc-lines.ts';
import { returnSites } from './return-sites.ts';
import { type RustItems, rustItems } from './rust-value.ts';
import { type ParseRust, positionOf, type SyntaxNode, syntaxProblem } from './syntax.ts';

/** Reads one Rust file. Modules that only tests compile are not part of it. */
export const readRust =
  (parse: ParseRust): ReadContractSource =>
  (request) => {
    const { file, text, table } = request;
    const root = parse(text);
    const broken = syntaxProblem(file, root);
    if (broken) return unreadable(broken);
    const items = rustItems(root);
    const declared = table && declaredCodes(file, root, items, table.name);
    const node = request.function === undefined ? undefined : items.functions.get(request.function);
    if (request.function !== undefined && !node)
      return unreadable(noFunction(file, root, items, request.function), ...(declared?.problems ?? []));
    return {
      declared: declared?.codes ?? [],
      doc: node && docOf(request, root, node),
      returns: node && returnSites(file, items, node),
      problems: declared?.problems ?? [],
    };
  };

/** What stands above the function; where that lists no codes, what stands at the head of the file. */
function docOf({ file, table }: SourceRequest, root: SyntaxNode, node: SyntaxNode): DocComment | undefined {
  const own = docLines(file, node);
  const ownRows = docRows(own);
  const lines = ownRows.length > 0 ? own : [...own, ...fileDocLines(file, root)];
  const [first] = lines;
  if (!first) return undefined;
  return {
    position: { file, line: first.line, column: first.column },
    rows: docRows(lines),
    namesTable: table !== undefined && lines.some(({ text }) => text.includes(table.name)),
  };
}

const noFunction = (
  file: string,
  root: SyntaxNode,
  { functions }: RustItems,
  name: string,
): SourceProblem => ({
  message: `there is no function \`${name}\` in this file`,
  hint: didYouMeanHint(name, functions.keys()) ?? 'name the function of the contract anew in the registry',
  position: positionOf(file, root),
  subject: 'function',
});
