import type { Path } from '../position.ts';
import { explainBranches, explainChoice } from './explain-branches.ts';
import { explainList } from './explain-list.ts';
import { explainMapping } from './explain-mapping.ts';
import type { Mistake, ReportMistake } from './mistake.ts';
import type { Shape } from './shape.ts';
import { valueHint } from './value-hint.ts';
import { code, described, placeName, shapeType, TYPE_WORDS, typeName } from './words.ts';

/**
 * Every mistake of a document that its validator refused, each in one sentence. The validator's verdict is quick but its
 * errors speak of the schema (every branch of a oneOf that was not meant); this reads the same schema and speaks of the
 * document. A test holds the two against each other.
 */
export function explain(shape: Shape, value: unknown): Mistake[] {
  const mistakes: Mistake[] = [];
  explainNode(shape, value, [], (mistake) => mistakes.push(mistake));
  return mistakes;
}

export function explainNode(shape: Shape, value: unknown, path: Path, report: ReportMistake): void {
  const type = shapeType(shape);
  const mismatch = type === undefined ? undefined : wrong(shape, type, value, path);
  if (mismatch) report(mismatch);
  else if (type === undefined && shape.oneOf.length > 0) explainBranches(shape, value, path, report);
  else if (typeof value === 'string') explainText(shape, value, path, report);
  else if (typeof value === 'number') explainNumber(shape, value, path, report);
  else if (Array.isArray(value)) explainList(shape, value, path, report);
  else if (typeof value === 'object' && value !== null) {
    explainMapping(shape, value as Record<string, unknown>, path, report);
    explainChoice(shape, value as Record<string, unknown>, path, report);
  }
}

function wrong(shape: Shape, type: string, value: unknown, path: Path): Mistake | undefined {
  if (!hasType(value, type)) return wrongType(shape, value, path);
  const known = shape.enum ?? (shape.const === undefined ? undefined : [shape.const]);
  return known && !known.includes(value) ? wrongValue(shape, value, path) : undefined;
}

export const hasType = (value: unknown, type: string): boolean =>
  typeName(value) === type || (type === 'number' && typeName(value) === 'integer');

export function wrongType(shape: Shape, value: unknown, path: Path): Mistake {
  const must = described(shape);
  const empty = value === null;
  return {
    path,
    target: empty ? 'key' : 'node',
    message: empty
      ? `${placeName(path)} has no value, it must be ${must}`
      : `${placeName(path)} must be ${must}, it is ${written(value)}`,
    hint: valueHint(shape, value),
    subject: `type ${typeName(value)}`,
    hides: shape.collections,
  };
}

/** Quotes are shown where the text in them would be something else without. */
function written(value: unknown): string {
  if (typeof value === 'object') return TYPE_WORDS[typeName(value)] as string;
  return code(typeof value === 'string' && /^([\d.+-]+|true|false|null)$/.test(value) ? `"${value}"` : value);
}

function wrongValue(shape: Shape, value: unknown, path: Path): Mistake {
  return {
    path,
    target: 'value',
    message: `${placeName(path)} must be ${described(shape)}, it is ${code(value)}`,
    hint: valueHint(shape, value),
    subject: `value ${String(value)}`,
    hides: shape.collections,
  };
}

function explainText(shape: Shape, value: string, path: Path, report: ReportMistake): void {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape;
  const length = [...value].length; // JSON Schema counts code points
  const say = (message: string) => report({ path, target: 'value', message, subject: 'length' });
  if (length < minLength) say(`${placeName(path)} must not be empty`);
  else if (length > maxLength)
    say(`${placeName(path)} has ${length} characters, at most ${maxLength} are allowed`);
  else if (shape.pattern && !shape.pattern.regexp.test(value)) report(wrongValue(shape, value, path));
}

function explainNumber(shape: Shape, value: number, path: Path, report: ReportMistake): void {
  const { minimum = -Infinity, maximum = Infinity } = shape;
  if (value >= minimum && value <= maximum) return;
  const bound = value < minimum ? `at least ${minimum}` : `at most ${maximum}`;
  const message = `${placeName(path)} must be ${bound}, it is ${value}`;
  report({ path, target: 'value', message, subject: `value ${value}` });
}
