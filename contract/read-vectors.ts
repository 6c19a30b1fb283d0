import { locator } from '../model/locate.ts';
import type { Position } from '../model/position.ts';
import { jsonProblem } from './anchor-idl/json-problem.ts';
import type { SourceProblem } from './contract-source.ts';

/** A vector that expects a code. */
export interface ExpectedCode {
  readonly id: string;
  readonly number: number;
  readonly file: string;
  /** Found when it is asked for: most vectors are never pointed at. */
  position(): Position;
}

export interface VectorFile {
  readonly file: string;
  readonly expected: readonly ExpectedCode[];
  readonly problems: readonly SourceProblem[];
}

/** `{ vectors: [{ id, expect }] }`; what else stands in a vector is the verifier's business. */
export function readVectors(file: string, text: string): VectorFile {
  const broken = jsonProblem(file, text);
  if (broken) return { file, expected: [], problems: [broken] };
  const { vectors } = (JSON.parse(text) ?? {}) as { vectors?: unknown };
  let locate: ReturnType<typeof locator> | undefined;
  const at = (...path: (string | number)[]) => {
    locate ??= locator(file, text);
    return locate(path, 'node');
  };
  const expected = (Array.isArray(vectors) ? vectors : []).flatMap((vector: unknown, index) => {
    const { id, expect } = (vector ?? {}) as { id?: unknown; expect?: unknown };
    if (typeof expect !== 'number') return [];
    return {
      id: typeof id === 'string' ? id : `vector ${index + 1}`,
      number: expect,
      file,
      position: () => at('vectors', index, 'expect'),
    };
  });
  const problems = expected.length === 0 ? [noVectors(file)] : [];
  return { file, expected, problems };
}

const noVectors = (file: string): SourceProblem => ({
  message: 'no vector in this file expects a code: nothing would be measured',
  hint: 'write `{ "vectors": [{ "id": "...", "expect": 1 }] }`',
  position: { file, line: 1, column: 1 },
  subject: 'vectors',
});
