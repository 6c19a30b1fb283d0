import type { Explanation } from '../explain/explanation.ts';
import type { Paint } from '../paint.ts';
import { wrap } from './words.ts';

/** Title, labelled paragraphs, examples: what it is, why it matters, what to do. */
export function renderExplanation(
  { word, what, title, paragraphs, good, bad, position }: Explanation,
  width: number,
  paint: Paint,
): string {
  const label = Math.max(0, ...paragraphs.map(([name]) => name.length));
  return [
    `${paint.bold(word)} ${paint.dim(what)}`,
    wrap(title, width, 0),
    ...(paragraphs.length === 0 ? [] : ['']),
    ...paragraphs.map(([name, text]) => `${paint.dim(name.padEnd(label))}  ${wrap(text, width, label + 2)}`),
    ...(position ? [`${paint.dim('stands in'.padEnd(label))}  ${position.file}:${position.line}`] : []),
    ...examples('holds', good, paint.good),
    ...examples('is found', bad, paint.bad),
  ].join('\n');
}

const examples = (heading: string, texts: readonly string[], colour: (text: string) => string): string[] =>
  texts.flatMap((text) => ['', colour(heading), ...text.split('\n').map((line) => `  ${line}`)]);
