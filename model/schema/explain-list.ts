import type { Path } from '../position.ts';
import { explainNode } from './explain.ts';
import type { ReportMistake } from './mistake.ts';
import type { Shape } from './shape.ts';
import { code, placeName } from './words.ts';

export function explainList(shape: Shape, list: readonly unknown[], path: Path, report: ReportMistake): void {
  const { minItems = 0, maxItems = Infinity, items } = shape;
  const say = (message: string) => report({ path, target: 'key', message, subject: 'length' });
  if (list.length < minItems) {
    say(
      list.length === 0
        ? `${placeName(path)} must not be empty`
        : `${placeName(path)} needs at least ${minItems} entries, it has ${list.length}`,
    );
  } else if (list.length > maxItems)
    say(`${placeName(path)} may have at most ${maxItems} entries, it has ${list.length}`);
  if (shape.uniqueItems) explainRepeats(list, path, report);
  if (!items) return;
  for (const [index, item] of list.entries()) explainNode(items, item, [...path, index], report);
}

function explainRepeats(list: readonly unknown[], path: Path, report: ReportMistake): void {
  const seen = new Set<string>();
  list.forEach((item, index) => {
    const key = JSON.stringify(item);
    if (seen.has(key)) {
      const message = `${placeName(path)} names ${code(item)} twice`;
      report({ path: [...path, index], target: 'node', message, subject: `repeats ${key}` });
    }
    seen.add(key);
  });
}
