import type { ErrorCode, YAMLError } from 'yaml';

interface Sentence {
  readonly message: string;
  readonly hint?: string;
}

/** What the YAML library found, in words that say what to do. Codes that are not listed keep the library's sentence. */
const SENTENCES: Partial<Record<ErrorCode, Sentence>> = {
  ALIAS_PROPS: { message: 'an alias cannot have an anchor or a tag' },
  BAD_ALIAS: {
    message: 'this is not the name of an anchor',
    hint: 'put text that begins with * or & in quotes',
  },
  BAD_COLLECTION_TYPE: { message: 'this tag does not fit what it stands before' },
  BAD_DQ_ESCAPE: {
    message: 'this escape does not exist in double quotes',
    hint: 'write \\\\ for a backslash, or use single quotes',
  },
  BAD_INDENT: {
    message: 'this line is not indented like its neighbours',
    hint: 'keys of one mapping begin in one column',
  },
  BAD_SCALAR_START: {
    message: 'plain text cannot begin with this character',
    hint: 'put the text in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second `: ` on one line cannot be read',
    hint: 'put the text in quotes, or begin a new line',
  },
  BLOCK_IN_FLOW: { message: 'lists and mappings between brackets must use brackets too' },
  KEY_OVER_1024_CHARS: {
    message: 'a key cannot be longer than 1024 characters',
    hint: 'is a line break missing?',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key must end on the line it begins',
    hint: 'is a colon or a quote missing?',
  },
  TAB_AS_INDENT: { message: 'a tab stands in the indentation', hint: 'indent with spaces' },
  TAG_RESOLVE_FAILED: {
    message: 'tags such as !this have no meaning here',
    hint: 'put text that begins with ! in quotes',
  },
};

export function yamlSentence(error: YAMLError): Sentence {
  const [, close] = /(?:end with an? |Expected .*)([}\]])/.exec(error.message) ?? [];
  if (close)
    return { message: `a ${close === '}' ? '`{`' : '`[`'} is opened above this place and not closed` };
  if (/^Missing closing/.test(error.message)) return { message: 'a quote is opened and never closed' };
  if (/^Implicit map keys need/.test(error.message))
    return { message: 'this line has no colon', hint: 'write `key: value`' };
  const known = SENTENCES[error.code];
  if (known) return known;
  const text = error.message.trim().slice(0, 200); // some quote the file
  return { message: `${text.charAt(0).toLowerCase()}${text.slice(1)}` };
}

/** These concern one scalar; the others are about structure, and one such slip makes all that follows look wrong. */
const LOCAL: ReadonlySet<ErrorCode> = new Set([
  'BAD_ALIAS',
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'TAB_AS_INDENT',
  'TAG_RESOLVE_FAILED',
]);

/** The errors that say something new: the local ones, and the first about structure if none of them explains it. */
export function tellingErrors(errors: readonly YAMLError[]): YAMLError[] {
  const [first] = errors;
  return errors.filter((error) => error === first || LOCAL.has(error.code));
}
