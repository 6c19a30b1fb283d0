import type { Guard } from '../../kernel/guard.ts';
import { type Flat, type Footprint, footprintOf } from './flatten.ts';
import type { Kept } from './kept.ts';

/** An effect; a condition knows what it guards, and how much is written before it in the same instant. */
export type Statement =
  | Exclude<Flat, { op: 'if' }>
  | {
      readonly op: 'if';
      readonly when: Guard;
      readonly effects: readonly Statement[];
      /** Writes that come before it in its block, whether they are carried out or not. */
      readonly place: number;
      readonly body: Body;
    };

/** Statements, and which of them write a variable, or a clock: their places. */
interface Body {
  readonly statements: readonly Statement[];
  readonly onVariable: ReadonlyMap<number, readonly number[]>;
  readonly onClock: ReadonlyMap<number, readonly number[]>;
}

/** What happens in one instant, written out. */
export interface Block extends Body {
  /** By variable: how many writes come before its first. */
  readonly firstWrite: ReadonlyMap<number, number>;
}

export function blockOf(effects: readonly Flat[]): Block {
  const firstWrite = new Map<number, number>();
  let writes = 0;
  const bodyOf = (list: readonly Flat[]): Body => {
    const onVariable = new Map<number, number[]>();
    const onClock = new Map<number, number[]>();
    const statements = list.map((effect, index): Statement => {
      const { variables, clocks } = footprintOf([effect]);
      for (const each of variables) note(onVariable, each, index);
      for (const each of clocks) note(onClock, each, index);
      if (effect.op === 'if') {
        const place = writes;
        const body = bodyOf(effect.effects);
        return { op: 'if', when: effect.when, effects: body.statements, place, body };
      }
      if ('variable' in effect && !firstWrite.has(effect.variable)) firstWrite.set(effect.variable, writes);
      writes++;
      return effect;
    });
    return { statements, onVariable, onClock };
  };
  return { ...bodyOf(effects), firstWrite };
}

function note(places: Map<number, number[]>, key: number, place: number): void {
  const known = places.get(key);
  if (known) known.push(place);
  else places.set(key, [place]);
}

/** Something before this condition in its block may have written the variable. */
export const isChanged = ({ firstWrite }: Block, place: number, variable: number): boolean =>
  (firstWrite.get(variable) ?? Number.POSITIVE_INFINITY) < place;

/** Does it write anything that is kept? */
export const touches = ({ variables, clocks }: Footprint, kept: Kept): boolean =>
  overlap(variables, kept.variables) || overlap(clocks, kept.clocks);

function overlap(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  for (const each of few) if (many.has(each)) return true;
  return false;
}

/** The statements that write what is kept, without what else stands in them. */
export function relevantIn({ statements, onVariable, onClock }: Body, kept: Kept): Statement[] {
  const places = new Set<number>();
  collect(onVariable, kept.variables, places);
  collect(onClock, kept.clocks, places);
  const inOrder = [...places].sort((a, b) => a - b);
  return inOrder.map((place) => {
    const each = statements[place] as Statement;
    return each.op === 'if' ? { ...each, effects: relevantIn(each.body, kept) } : each;
  });
}

function collect(
  places: ReadonlyMap<number, readonly number[]>,
  kept: ReadonlySet<number>,
  into: Set<number>,
): void {
  const add = (found: readonly number[] | undefined) => {
    for (const place of found ?? []) into.add(place);
  };
  if (places.size < kept.size) {
    for (const [each, found] of places) if (kept.has(each)) add(found);
  } else for (const each of kept) add(places.get(each));
}
