import { type Decoder, decoding } from '../../verifier/json-fields.ts';
import type { Check, Verdict } from '../../verifier/verdict.ts';
import { OperatorError } from '../operator-error.ts';
import { oneLine } from './one-line.ts';
import { readInput } from './read-input.ts';

/** A request as JSON: what the file says, and over it what the flags say. */
export type RequestDocument = Readonly<Record<string, unknown>>;

const HINT = 'docs/verifier.md shows the fields of every request';

/** Reads the file (or `-`) when one is named; flags that were not given are undefined and say nothing. */
export async function requestDocument(
  file: string | undefined,
  flags: RequestDocument,
): Promise<RequestDocument> {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  if (file === undefined && given.length === 0) {
    throw new OperatorError('there is nothing to verify', {
      hint: 'name a JSON file, or `-` for standard input, or use the flags that --help shows',
    });
  }
  const read = file === undefined ? {} : parseObject(await readInput(file));
  return { ...read, ...Object.fromEntries(given) };
}

/** Reads a part of a request; what is missing or malformed is the operator's to mend. */
export function readRequest<T>(decoder: Decoder<T>, document: RequestDocument): T {
  const decoded = decoding(decoder, document);
  if (decoded.ok) return decoded.value;
  throw new OperatorError(`the request cannot be read: ${oneLine(decoded.malformed)}`, { hint: HINT });
}

export const carryOut = (decoder: Decoder<Check>, document: RequestDocument): Verdict =>
  readRequest(decoder, document)();

function parseObject(bytes: Uint8Array): RequestDocument {
  const value = parseJson(bytes);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as RequestDocument;
  throw new OperatorError('the request is JSON, but no object', { hint: HINT });
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new OperatorError('the request is not JSON in UTF-8', { hint: HINT });
  }
}
