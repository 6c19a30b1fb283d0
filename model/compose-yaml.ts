import { Composer, type Document, Lexer, type LineCounter, type ParsedNode, Parser } from 'yaml';
import { MAX_DEPTH } from './source-file.ts';

export type YamlDocument = Document.Parsed<ParsedNode>;

/** A file as YAML nodes, and the places where it must not be read further. Offsets are UTF-16 units of the text. */
export interface Composed {
  readonly document: YamlDocument | undefined;
  readonly tooDeepAt: number | undefined;
  readonly directiveAt: number | undefined;
  readonly secondDocumentAt: number | undefined;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false, // checked in `yaml-value.ts`: the library compares every key with every other
} as const;

/** Stack entries that are no collection: the document below and the scalar on top. */
const NOT_COLLECTIONS = 2;

/**
 * Composes by hand what `parseDocument` of the library would, because only the parser's stack tells how deep the text
 * nests before the recursive composer sees it.
 */
export function composeYaml(text: string, lines?: LineCounter): Composed {
  const stop: Stop = { tooDeepAt: undefined, directiveAt: undefined };
  const composed = withoutStacks(() => {
    const documents = new Composer(OPTIONS).compose(tokens(text, stop, lines), true, text.length);
    const first = documents.next().value as YamlDocument | undefined;
    const second = documents.next().value as YamlDocument | undefined;
    return { first, second };
  });
  return {
    ...stop,
    document: stop.tooDeepAt === undefined ? composed.first : undefined,
    secondDocumentAt: composed.second?.range[0],
  };
}

interface Stop {
  tooDeepAt: number | undefined;
  directiveAt: number | undefined;
}

function* tokens(text: string, stop: Stop, lines: LineCounter | undefined) {
  const parser = new Parser(lines?.addNewLine);
  lines?.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive') stop.directiveAt ??= token.offset;
      else yield token;
    }
    if (parser.stack.length > MAX_DEPTH + NOT_COLLECTIONS) {
      stop.tooDeepAt = parser.offset - lexeme.length;
      return;
    }
  }
  yield* parser.end();
}

/** A hostile file makes a million errors; their stacks, which nobody reads, would take ten seconds. */
function withoutStacks<T>(work: () => T): T {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = before;
  }
}
