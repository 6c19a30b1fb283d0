import { didYouMean } from '../did-you-mean.ts';
import type { Path } from '../position.ts';
import { explainNode } from './explain.ts';
import type { ReportMistake } from './mistake.ts';
import type { Shape } from './shape.ts';
import { valueHint } from './value-hint.ts';
import { code, described, inline, listed, placeName } from './words.ts';

type Mapping = Readonly<Record<string, unknown>>;

export function explainMapping(shape: Shape, mapping: Mapping, path: Path, report: ReportMistake): void {
  explainKeys(shape, mapping, path, report);
  explainMissing(shape, mapping, path, report);
  explainTogether(shape, mapping, path, report);
  const count = Object.keys(mapping).length;
  const { minProperties = 0 } = shape;
  if (count >= minProperties) return;
  const message =
    count === 0
      ? `${placeName(path)} must not be empty`
      : `${placeName(path)} needs at least ${minProperties} entries, it has ${count}`;
  report({ path, target: 'key', message, subject: 'length' });
}

function explainKeys(shape: Shape, mapping: Mapping, path: Path, report: ReportMistake): void {
  for (const [key, value] of Object.entries(mapping)) {
    const inner = shape.properties.get(key) ?? shape.rest;
    const at = [...path, key];
    if (inner === false) report(unknownKey(shape, mapping, key, at));
    else if (shape.names && !nameFits(shape.names, key))
      report({ ...badName(shape.names, key, at), hides: shape.collections });
    else if (inner) explainNode(inner, value, at, report);
  }
}

const nameFits = (names: Shape, key: string) =>
  (!names.pattern || names.pattern.regexp.test(key)) &&
  [...key].length >= (names.minLength ?? 0) &&
  [...key].length <= (names.maxLength ?? Infinity);

function badName(names: Shape, key: string, path: Path) {
  const must =
    names.pattern?.regexp.test(key) === false
      ? described(names)
      : `at most ${names.maxLength} characters long`;
  const message = `the key ${code(key)} must be ${must}`;
  return { path, target: 'key', message, hint: valueHint(names, key), subject: `name ${key}` } as const;
}

function unknownKey(shape: Shape, mapping: Mapping, key: string, path: Path) {
  const free = [...shape.properties.keys()].filter((name) => !Object.hasOwn(mapping, name));
  const meant = meantBy(key, shape, mapping);
  const known = free.length > 0 ? `known here: ${listed(free)}` : undefined;
  const hint = meant === undefined ? known : `did you mean ${code(meant)}?`;
  const place = path.length > 1 ? ` in ${placeName(path.slice(0, -1))}` : '';
  const message = `unknown key ${code(key)}${place}`;
  return { path, target: 'key', message, hint, subject: `key ${key}`, hides: shape.collections } as const;
}

/** The key that a misspelt one was meant to be: rather one that is missed than one that may be left out. */
function meantBy(key: string, shape: Shape, mapping: Mapping): string | undefined {
  const isFree = (name: string) => !Object.hasOwn(mapping, name);
  return (
    didYouMean(key, shape.required.filter(isFree)) ??
    didYouMean(key, [...shape.properties.keys()].filter(isFree))
  );
}

function explainMissing(shape: Shape, mapping: Mapping, path: Path, report: ReportMistake): void {
  // A misspelt key is one mistake, not an unknown and a missing one.
  const unknown =
    shape.rest === false ? Object.keys(mapping).filter((key) => !shape.properties.has(key)) : [];
  const meant = unknown.map((key) => meantBy(key, shape, mapping));
  const missing = shape.required.filter((key) => !Object.hasOwn(mapping, key) && !meant.includes(key));
  if (missing.length === 0) return;
  const message = `${placeName(path)} lacks ${listed(missing)}`;
  const hides = new Set(missing.flatMap((key) => [...(shape.properties.get(key)?.collections ?? [])]));
  report({ path, target: 'node', message, hint: about(shape, missing), subject: `lacks ${missing}`, hides });
}

/** What the missing keys are for, when the schema says so. */
function about(shape: Shape, missing: readonly string[]): string | undefined {
  const [only, ...more] = missing;
  const inner = more.length === 0 ? shape.properties.get(only as string) : undefined;
  return inner?.description && `${code(only)} is ${inline(inner.description)}`;
}

function explainTogether(shape: Shape, mapping: Mapping, path: Path, report: ReportMistake): void {
  for (const [key, others] of Object.entries(shape.dependentRequired)) {
    const missing = others.filter((other) => !Object.hasOwn(mapping, other));
    if (!Object.hasOwn(mapping, key) || missing.length === 0) continue;
    const message = `${code(key)} needs ${listed(missing)} beside it`;
    report({ path: [...path, key], target: 'key', message, subject: `needs ${missing}` });
  }
  if (!shape.excluded?.every((key) => Object.hasOwn(mapping, key))) return;
  const message = `${listed(shape.excluded)} exclude each other`;
  report({ path: [...path, shape.excluded.at(-1) as string], target: 'key', message, subject: 'excluded' });
}
