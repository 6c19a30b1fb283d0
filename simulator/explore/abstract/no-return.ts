import type { Machine } from '../../kernel/machine.ts';
import { mayBe } from './kept.ts';
import type { Path, Place, Ways } from './writes.ts';

/** A write of a variable, and the values it may have had until then. */
interface Change {
  readonly from: ReadonlySet<number>;
  readonly to: number;
}

/**
 * Which values a variable never has again once it has had one; for its initial value: once it has had any other. A step that is done is not
 * started again, where whoever starts it looks whether it has begun.
 */
export function noReturn(
  { variables }: Machine,
  ways: readonly Ways[],
): (variable: number, had: number) => readonly number[] {
  const changes = variables.map((): Change[] => []);
  for (const { variable, value, places } of ways)
    for (const place of places)
      changes[variable]?.push({
        from: sourcesOf(variable, variables[variable]?.size ?? 0, place),
        to: value,
      });
  const known = new Map<string, readonly number[]>();
  return (variable, had) => {
    const key = `${variable} ${had}`;
    const found = known.get(key) ?? unreached(variable, had);
    known.set(key, found);
    return found;
  };

  function unreached(variable: number, had: number): number[] {
    const { size, initial } = variables[variable] ?? { size: 0, initial: 0 };
    const all = Array.from({ length: size }, (_, value) => value);
    const reached = new Set(had === initial ? all.filter((value) => value !== initial) : [had]);
    for (let count = -1; count !== reached.size; ) {
      count = reached.size;
      for (const { from, to } of changes[variable] ?? [])
        if ([...from].some((each) => reached.has(each))) reached.add(to);
    }
    return all.filter((value) => !reached.has(value));
  }
}

/** Values of the variable with which the write may be reached, as far as the conditions before it say something of it. */
function sourcesOf(variable: number, size: number, { path }: Place): ReadonlySet<number> {
  const values = Array.from({ length: size }, (_, value) => value);
  return new Set(values.filter((value) => mayHave(path, variable, value)));
}

/** Whoever has written it in the same move already may have given it any value. */
function mayHave(path: Path | undefined, variable: number, value: number): boolean {
  if (path?.touched.has(variable)) return true;
  for (let each = path; each; each = each.before) if (!mayBe(each.guard, variable, value)) return false;
  return true;
}
