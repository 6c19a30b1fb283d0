import { grouped } from '../../rules/words/grouped.ts';
import { all, any, type Guard, is } from '../../simulator/kernel/guard.ts';
import {
  type Consequence,
  type Effect,
  type Machine,
  type MachineEvent,
  PROMISE,
  type Window,
} from '../../simulator/kernel/machine.ts';
import { disagreement, effectsTelling, type SideBySide, sideBySide } from './side-by-side.ts';

const WATCH = 'mutation/same-runs';

/**
 * The first machine with a watch: a promise, its last, that breaks as soon as a run comes to where the second may do something else.
 * Until then whatever one of them can do next the other can, too: what the second alone has never came to anything, and what it
 * alone knows is as it was at the start. undefined where they cannot be compared so.
 */
export function watchDifferences(before: Machine, after: Machine): Machine | undefined {
  const sides = sideBySide(before, after);
  if (!sides || before.grain !== after.grain) return undefined;
  if (promisesIn(before, sides.textOf) !== promisesIn(after, sides.otherText)) return undefined;
  const variable = before.variables.length;
  const tell: Effect = { op: 'set', variable, to: PROMISE.violated };
  const windows = compared(WINDOWS, sides, tell, before.windows, after.windows);
  const consequences = compared(CONSEQUENCES, sides, tell, before.consequences, after.consequences);
  // They come in the order of the book.
  if (consequences.places.some((place, each, all) => place < (all[each - 1] ?? 0))) return undefined;
  const watched = {
    ...before,
    windows: windows.moves,
    consequences: consequences.moves,
    events: before.events.map((event) => eventTelling(sides, tell, event, after)),
  };
  return withWatch(watched, variable, [...windows.parting, ...consequences.parting]);
}

const promisesIn = ({ promises }: Machine, textOf: (part: unknown) => string): string =>
  textOf(promises.toSorted((a, b) => (a.name < b.name ? -1 : 1)));

/** A kind of moves: what is said of one beside its guard and its effects, and its effects. */
interface Kind<Move> {
  readonly bare: (move: Move) => unknown;
  readonly effectsOf: (move: Move) => readonly (readonly Effect[])[];
  readonly withEffects: (move: Move, effects: readonly (readonly Effect[])[]) => Move;
}

const WINDOWS: Kind<Window> = {
  bare: ({ when: _, alternatives, ...rest }) => ({ ...rest, ways: alternatives.map(({ name }) => name) }),
  effectsOf: ({ alternatives }) => alternatives.map(({ effects }) => effects),
  withEffects: (window, lists) => ({
    ...window,
    alternatives: window.alternatives.map((each, place) => ({
      ...each,
      effects: lists[place] ?? each.effects,
    })),
  }),
};

const CONSEQUENCES: Kind<Consequence> = {
  bare: ({ name }) => name,
  effectsOf: ({ effects }) => [effects],
  withEffects: (consequence, [effects = consequence.effects]) => ({ ...consequence, effects }),
};

/** Which move of the other each move is: the very same, or else one that differs in its guard or its effects alone. */
function partnersOf<Move>(
  { bare }: Kind<Move>,
  { textOf, otherText }: SideBySide,
  ours: readonly Move[],
  theirs: readonly Move[],
): ReadonlyMap<Move, Move> {
  const partners = new Map<Move, Move>();
  const left = new Set(theirs);
  const pairBy = (one: (move: Move) => string, other: (move: Move) => string): void => {
    const open = grouped(left, other);
    for (const move of ours) {
      const partner = partners.has(move) ? undefined : open.get(one(move))?.shift();
      if (!partner) continue;
      partners.set(move, partner);
      left.delete(partner);
    }
  };
  pairBy(textOf, otherText);
  pairBy(
    (move) => textOf(bare(move)),
    (move) => otherText(bare(move)),
  );
  return partners;
}

/** Moves of the one that tell where the other does something else, and the conditions under which only one of them has a move. */
function compared<Move extends { readonly when: Guard }>(
  kind: Kind<Move>,
  sides: SideBySide,
  tell: Effect,
  ours: readonly Move[],
  theirs: readonly Move[],
) {
  const { textOf, otherText, translated } = sides;
  const partners = partnersOf(kind, sides, ours, theirs);
  const others = new Set(partners.values());
  const parting = theirs.flatMap((move) => (others.has(move) ? [] : [translated(move.when)]));
  const moves = ours.map((move): Move => {
    const other = partners.get(move);
    const lists = other && effectsOfBoth(kind, sides, tell, move, other);
    if (!lists) parting.push(move.when);
    if (other && textOf(move.when) !== otherText(other.when))
      parting.push(disagreement(sides, move.when, other.when));
    return lists ? kind.withEffects(move, lists) : move;
  });
  const places = ours.flatMap((move) => {
    const other = partners.get(move);
    return other ? [theirs.indexOf(other)] : [];
  });
  return { moves, parting, places };
}

/** undefined: they differ in more than conditions. */
function effectsOfBoth<Move>(
  { effectsOf }: Kind<Move>,
  sides: SideBySide,
  tell: Effect,
  ours: Move,
  theirs: Move,
): (readonly Effect[])[] | undefined {
  const others = effectsOf(theirs);
  const lists = effectsOf(ours).map((list, place) => effectsTelling(sides, tell, list, others[place] ?? []));
  return lists.every((list) => list !== undefined) ? lists : undefined;
}

/** An event that only one of them knows is emitted by nothing that both do. */
function eventTelling(sides: SideBySide, tell: Effect, event: MachineEvent, after: Machine): MachineEvent {
  const other = after.events.find(({ name }) => name === event.name);
  if (!other) return event;
  const wordsOf = ({ kind, subject, text }: MachineEvent): string => JSON.stringify([kind, subject, text]);
  const reactions = effectsTelling(sides, tell, event.reactions, other.reactions);
  return {
    ...event,
    reactions: reactions && wordsOf(event) === wordsOf(other) ? reactions : [tell, ...event.reactions],
  };
}

/** The watch comes before all that happens by itself, so that it sees every state in between as well. */
function withWatch(machine: Machine, variable: number, parting: readonly Guard[]): Machine {
  return {
    ...machine,
    variables: [...machine.variables, { name: WATCH, size: 5, initial: PROMISE.idle }],
    consequences: [
      {
        name: WATCH,
        when: all(is(variable, PROMISE.idle), any(...parting)),
        effects: [{ op: 'set', variable, to: PROMISE.violated }],
      },
      ...machine.consequences,
    ],
    promises: [
      ...machine.promises,
      {
        name: WATCH,
        variable,
        clock: undefined,
        bound: 0,
        businessDays: undefined,
        expects: [],
        atClose: 'excused',
        tolerate: 'any',
        pinned: true,
        text: 'Both machines can do the same next.',
        at: undefined,
      },
    ],
  };
}
