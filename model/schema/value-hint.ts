import { didYouMeanHint } from '../did-you-mean.ts';
import { COMPARISON, durationMeant, spanMeant } from './duration-meant.ts';
import type { Shape } from './shape.ts';
import { code, shapeType, typeName } from './words.ts';

/** What to write instead of a value, where what it meant can be guessed. */
export function valueHint(shape: Shape, value: unknown): string | undefined {
  if (shape.title === 'PromiseBound') return promiseHint(value);
  if (shape.enum && typeof value === 'string')
    return didYouMeanHint(
      value,
      shape.enum.filter((word): word is string => typeof word === 'string'),
    );
  if (typeof value === 'number' && shape.title === 'Duration')
    return `write its unit: \`${value}m\` or \`${value}h\``;
  if (typeof value === 'string' && shape.pattern) return rewritten(shape, value);
  const type = shapeType(shape);
  const texts = [type, ...shape.oneOf.map(shapeType)].includes('string');
  if (texts && ['integer', 'number', 'boolean'].includes(typeName(value))) return 'put it in quotes';
  if (type === 'integer' && typeof value === 'string' && /^\d+$/.test(value)) return 'leave out the quotes';
  if (type === 'array' && typeof value === 'string') return `write it as a list: ${code(`[${value}]`)}`;
  return undefined;
}

function promiseHint(value: unknown): string | undefined {
  const by = typeof value === 'string' ? durationMeant(value) : undefined;
  if (by === undefined) return undefined;
  return `write \`{by: ${by}, from: EVENT}\`: the bound is closed, ${by} included, and counts from an event`;
}

function rewritten(shape: Shape, value: string): string | undefined {
  const guesses = [durationMeant(value), spanMeant(value), kebab(value)];
  const guess = guesses.find((text) => text !== undefined && shape.pattern?.regexp.test(text));
  if (guess === undefined) return undefined;
  return shape.title === 'Duration' && COMPARISON.test(value)
    ? `bounds are closed, ${code(guess)} includes its last instant: write ${code(guess)}`
    : `write ${code(guess)}`;
}

const kebab = (text: string) =>
  text
    .slice(0, 100)
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
