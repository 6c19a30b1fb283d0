import { linePositions } from '../../model/line-positions.ts';
import type { SourceProblem } from '../contract-source.ts';

/** What keeps a text from being JSON, and where as far as the engine tells. */
export function jsonProblem(file: string, text: string): SourceProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const offset = Number(/at position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    return {
      message: 'the syntax is broken here: this is not JSON',
      hint: 'mend the syntax; until then nothing in this file is compared',
      position: linePositions(file, text)(Math.min(offset, text.length)),
      subject: 'syntax',
    };
  }
}
