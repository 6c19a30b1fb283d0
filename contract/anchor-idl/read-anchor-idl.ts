import { locator } from '../../model/locate.ts';
import type { Path, Position } from '../../model/position.ts';
import { codeName } from '../code-name.ts';
import {
  type DeclaredCode,
  type ReadContractSource,
  type SourceProblem,
  type SourceRequest,
  unreadable,
} from '../contract-source.ts';
import { jsonProblem } from './json-problem.ts';

/**
 * Reads the `errors` of an Anchor IDL. Before Anchor 0.30 `name` and `version` stand at the top, since then under
 * `metadata`, which also names the `spec`; the errors have one shape in both.
 */
export const readAnchorIdl: ReadContractSource = (request) => {
  const document = parsed(request);
  if ('problem' in document) return unreadable(document.problem);
  const locate = locator(request.file, request.text);
  const at = (path: Path): Position => locate(path, 'node');
  const { errors } = document.value;
  if (!Array.isArray(errors)) return unreadable(noErrors(document.value, at([])));
  const problems: SourceProblem[] = [];
  const declared: DeclaredCode[] = [];
  errors.forEach((error: unknown, index) => {
    const code = declaredError(error, at(['errors', index, 'code']));
    if (code) declared.push(code);
    else problems.push(notAnError(index, at(['errors', index])));
  });
  const version = versionOf(document.value, at);
  return {
    declared,
    doc: undefined,
    returns: undefined,
    problems,
    ...(version === undefined ? {} : { version }),
  };
};

type Json = Readonly<Record<string, unknown>>;

function parsed({ file, text }: SourceRequest): { value: Json } | { problem: SourceProblem } {
  const problem = jsonProblem(file, text);
  if (problem) return { problem };
  const value: unknown = JSON.parse(text);
  if (isObject(value)) return { value };
  const position = { file, line: 1, column: 1 };
  return { problem: { message: 'an IDL is a JSON object', position, subject: 'shape' } };
}

function declaredError(error: unknown, position: Position): DeclaredCode | undefined {
  if (!isObject(error)) return undefined;
  const { code, name, msg } = error;
  if (!Number.isSafeInteger(code) || typeof name !== 'string') return undefined;
  return {
    number: code as number,
    name: codeName(name),
    meaning: typeof msg === 'string' ? msg : undefined,
    position,
  };
}

function versionOf(idl: Json, at: (path: Path) => Position) {
  const { metadata } = idl;
  const inside = isObject(metadata) && typeof metadata['version'] === 'string';
  const text = inside ? metadata['version'] : idl['version'];
  if (typeof text !== 'string') return undefined;
  return { text, position: at(inside ? ['metadata', 'version'] : ['version']) };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const noErrors = (idl: Json, position: Position): SourceProblem => ({
  message: Array.isArray(idl['instructions'])
    ? 'this IDL has no `errors`: it is of a version of the program before its errors, or it was stripped'
    : 'this is no Anchor IDL: it has neither `instructions` nor `errors`',
  hint: 'build the program again with `anchor build` and copy its IDL here',
  position,
  subject: 'errors',
});

const notAnError = (index: number, position: Position): SourceProblem => ({
  message: `error ${index + 1} of the IDL has no whole-numbered \`code\` or no \`name\``,
  position,
  subject: `error ${index}`,
});
