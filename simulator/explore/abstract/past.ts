import { type Guard, readsOf } from '../../kernel/guard.ts';
import type { Machine } from '../../kernel/machine.ts';
import { type Atom, testAtom } from './kept.ts';
import { noReturn } from './no-return.ts';
import { type Path, type Ways, type Written, waysOf } from './writes.ts';

/** A bit for each value of each variable: it has had that one at some time; the bit of its initial value: any other. */
type Once = bigint;

const NONE: Once = 0n;
/** What cannot be, from which anything follows. */
const NEVER: Once = -1n;

const both = (one: Once, other: Once): Once => one | other;
/** Only what the two share is sure. */
const either = (one: Once, other: Once): Once => one & other;

/** What a variable cannot be any more. */
export interface Passed {
  readonly variable: number;
  readonly values: readonly number[];
}

/**
 * Says what must have happened before: the values that variables have left for good whenever a guard holds. No step is done before
 * its incident was declared, no phase begins before the one before it has ended. Found as the greatest fixpoint over all that writes
 * each value, in whatever order; true in every run, so that a coarser model may count on it.
 */
export function pastOf(machine: Machine, written: readonly Written[]): (guard: Guard) => readonly Passed[] {
  const promises = new Set(machine.promises.map(({ variable }) => variable));
  const ways = waysOf(machine, written).filter(({ variable }) => !promises.has(variable));
  const left = noReturn(machine, ways);
  const bits = bitsOf(machine, promises, left);
  const between = onceOf(machine, bits, ways, promises);
  const meanings = bits.flatMap((ofValues, variable) =>
    [...ofValues.keys()].map((value) => ({ variable, values: left(variable, value) })),
  );
  return (guard) => {
    const found = onceIn((variable) => between[variable] ?? [], guard);
    const passed = new Map<number, Set<number>>();
    for (const place of placesIn(found, meanings.length)) {
      const { variable, values } = meanings[place] as Passed;
      const known = passed.get(variable) ?? new Set();
      for (const value of values) known.add(value);
      passed.set(variable, known);
    }
    return [...passed].map(([variable, values]) => ({ variable, values: [...values] }));
  };
}

/** The places of the bits that are set, of so many. */
function placesIn(once: Once, bits: number): number[] {
  const digits = BigInt.asUintN(bits, once).toString(2);
  const places: number[] = [];
  for (let place = 0; place < digits.length; place++)
    if (digits[digits.length - 1 - place] === '1') places.push(place);
  return places;
}

/** By variable: the bit of each value that leaves something behind for good. Nobody asks that of promises. */
function bitsOf(
  { variables }: Machine,
  promises: ReadonlySet<number>,
  left: ReturnType<typeof noReturn>,
): ReadonlyMap<number, Once>[] {
  let next = 0n;
  return variables.map(({ size }, variable) => {
    const bits = new Map<number, Once>();
    for (let value = 0; value < size && !promises.has(variable); value++)
      if (left(variable, value).length > 0) bits.set(value, 1n << next++);
    return bits;
  });
}

/** By variable and value: what has been the case whenever it has that value. */
function onceOf(
  { variables }: Machine,
  bits: readonly ReadonlyMap<number, Once>[],
  all: readonly Ways[],
  unasked: ReadonlySet<number>,
): Once[][] {
  const ways = all.filter(({ variable, value }) => value !== variables[variable]?.initial);
  const nothing = (): Once[][] =>
    variables.map(({ size, initial }, variable) =>
      Array.from({ length: size }, (_, value) => (value === initial || unasked.has(variable) ? NONE : NEVER)),
    );
  // What one move writes must not explain each other in the midst of it; between moves it is all there.
  const tables = { amidst: nothing(), between: nothing() };
  const open = new Set(ways);
  const trails = readTrails(tables, ways, (way) => open.add(way));
  for (const way of open) {
    open.delete(way);
    const { variable, value } = way;
    const bitOf = (of: number) => bits[variable]?.get(of) ?? NONE;
    const itself = both(bitOf(value), bitOf(variables[variable]?.initial ?? 0));
    const learn = (table: Once[][], ofAll: Once): boolean => {
      const found = both(itself, ofAll);
      if (found === table[variable]?.[value]) return false;
      (table[variable] as Once[])[value] = found;
      return true;
    };
    let [before, after] = [NEVER, NEVER];
    for (const [until, since] of trails.known(way)) {
      before = either(before, until);
      after = either(after, since);
    }
    const isNew = [learn(tables.amidst, before), learn(tables.between, after)];
    if (isNew.includes(true)) trails.changed(variable);
  }
  return tables.between;
}

/** What is known of a path, and who builds on it. */
interface Trail {
  readonly path: Path;
  readonly before: Trail | undefined;
  readonly next: Trail[];
  readonly ways: Ways[];
  ofGuard: Once | undefined;
  once: Once | undefined;
}

/** Reads paths from tables that change: what builds on a change is read again, and `again` told which ways that concerns. */
function readTrails(
  { amidst, between }: { readonly amidst: Once[][]; readonly between: Once[][] },
  ways: readonly Ways[],
  again: (way: Ways) => void,
) {
  const trails = new Map<Path, Trail>();
  const readers = amidst.map((): Trail[] => []);
  const trailOf = (path: Path): Trail => {
    const known = trails.get(path);
    if (known) return known;
    const before = path.before && trailOf(path.before);
    const trail: Trail = { path, before, next: [], ways: [], ofGuard: undefined, once: undefined };
    before?.next.push(trail);
    for (const variable of readsOf(path.guard)) readers[variable]?.push(trail);
    trails.set(path, trail);
    return trail;
  };
  const trailFor = (path: Path | undefined, way: Ways): Trail | undefined => {
    if (!path) return undefined;
    const trail = trailOf(path);
    trail.ways.push(way);
    return trail;
  };
  const places = new Map(
    ways.map((way) => [
      way,
      way.places.map(({ path, rest }) => [trailFor(path, way), trailFor(rest, way)] as const),
    ]),
  );
  const read = (trail: Trail): Once => {
    const { path } = trail;
    const once = (variable: number) => (path.touched.has(variable) ? amidst : between)[variable] ?? [];
    trail.ofGuard ??= onceIn(once, path.guard);
    trail.once ??= both(trail.before ? read(trail.before) : NONE, trail.ofGuard);
    return trail.once;
  };
  const forget = (trail: Trail): void => {
    if (trail.once === undefined) return;
    trail.once = undefined;
    trail.ways.forEach(again);
    trail.next.forEach(forget);
  };
  return {
    /** What is known of each place of a way: once all before it is done, and what comes after it, too. */
    known: (way: Ways): readonly [Once, Once][] =>
      (places.get(way) ?? []).map(([path, rest]) => {
        const before = path ? read(path) : NONE;
        return [before, rest ? both(before, read(rest)) : before];
      }),
    changed: (variable: number): void => {
      for (const trail of readers[variable] ?? []) {
        trail.ofGuard = undefined;
        forget(trail);
      }
    },
  };
}

/** What has been the case at some time, wherever the guard holds. */
function onceIn(once: (variable: number) => readonly Once[], guard: Guard, negated = false): Once {
  switch (guard.op) {
    case 'always':
      return negated ? NEVER : NONE;
    case 'is':
    case 'atLeast':
      return atomOnce(once(guard.variable), guard, negated);
    case 'not':
      return onceIn(once, guard.guard, !negated);
    case 'all':
    case 'any':
      return (guard.op === 'all') !== negated
        ? onceInAll(once, guard.guards, negated)
        : onceInAny(once, guard.guards, negated);
  }
}

function onceInAll(once: (variable: number) => readonly Once[], guards: readonly Guard[], negated: boolean) {
  let found = NONE;
  for (const each of guards) found = both(found, onceIn(once, each, negated));
  return found;
}

function onceInAny(once: (variable: number) => readonly Once[], guards: readonly Guard[], negated: boolean) {
  let found = NEVER;
  for (const each of guards) {
    found = either(found, onceIn(once, each, negated));
    if (found === NONE) return NONE;
  }
  return found;
}

function atomOnce(values: readonly Once[], atom: Atom, negated: boolean): Once {
  let found = NEVER;
  for (let value = 0; value < values.length; value++)
    if (testAtom(atom, value) !== negated) found = either(found, values[value] as Once);
  return found;
}
