import type { Path } from '../position.ts';
import { explainNode, hasType, wrongType } from './explain.ts';
import type { ReportMistake } from './mistake.ts';
import type { Shape } from './shape.ts';
import { valueHint } from './value-hint.ts';
import { code, described, listed, placeName, shapeType } from './words.ts';

/** A value that may have one of several types: the branch of its own type is the one that was meant. */
export function explainBranches(shape: Shape, value: unknown, path: Path, report: ReportMistake): void {
  const meant = shape.oneOf.filter((branch) => hasType(value, shapeType(branch) ?? ''));
  const [only] = meant;
  if (only === undefined) report(wrongType(shape, value, path));
  else if (meant.length === 1) explainNode(only, value, path, report);
  else if (!meant.some((branch) => fits(branch, value))) explainNone(shape, meant, value, path, report);
}

/** Several forms of text, and it is none of them. */
function explainNone(
  shape: Shape,
  meant: readonly Shape[],
  value: unknown,
  path: Path,
  report: ReportMistake,
): void {
  const message = `${placeName(path)} must be ${described(shape)}, it is ${code(value)}`;
  const hint = meant.map((branch) => valueHint(branch, value)).find((text) => text !== undefined);
  report({ path, target: 'value', message, hint, subject: `value ${String(value)}` });
}

function fits(shape: Shape, value: unknown): boolean {
  let fine = true;
  explainNode(shape, value, [], () => {
    fine = false;
  });
  return fine;
}

type Mapping = Readonly<Record<string, unknown>>;

/** A mapping that must have one of several sets of keys. */
export function explainChoice(shape: Shape, mapping: Mapping, path: Path, report: ReportMistake): void {
  const has = (key: string) => Object.hasOwn(mapping, key);
  const holds = (branch: Shape) => branch.required.every(has) && !branch.excluded?.every(has);
  if (shape.anyOf.length > 0 && !shape.anyOf.some(holds))
    report(noneChosen(shape.anyOf, path, 'at least one'));
  if (shape.oneOf.length === 0) return;
  const chosen = shape.oneOf.filter(holds);
  if (chosen.length > 1) {
    const keys = chosen.map((branch) => branch.required[0] as string);
    const message = `${listed(keys)} exclude each other in ${placeName(path)}`;
    report({ path: [...path, keys.at(-1) as string], target: 'key', message, subject: `both ${keys}` });
  } else if (chosen.length === 0)
    report(halfChosen(shape, mapping, path) ?? noneChosen(shape.oneOf, path, 'one'));
}

function noneChosen(branches: readonly Shape[], path: Path, many: string) {
  const keys = branches.map((branch) => branch.required[0] as string);
  const message = `${placeName(path)} needs ${many} of ${listed(keys, 'or')}`;
  return { path, target: 'node', message, subject: `none of ${keys}` } as const;
}

/** The branch that was begun: some of its keys are there, others are missing. */
function halfChosen(shape: Shape, mapping: Mapping, path: Path) {
  const present = (branch: Shape) => branch.required.filter((key) => Object.hasOwn(mapping, key));
  const [begun] = shape.oneOf
    .filter((branch) => present(branch).length > 0)
    .sort((a, b) => present(b).length - present(a).length);
  if (!begun) return undefined;
  const missing = begun.required.filter((key) => !Object.hasOwn(mapping, key));
  if (missing.length === 0) {
    const message = `${listed(begun.excluded ?? [])} does not go with ${listed(begun.required)}`;
    return { path, target: 'node', message, subject: 'excluded' } as const;
  }
  const [key] = present(begun) as [string];
  const message = `${code(key)} needs ${listed(missing)} beside it`;
  return { path: [...path, key], target: 'key', message, subject: `needs ${missing}` } as const;
}
