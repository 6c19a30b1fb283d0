import { all, is } from '../kernel/guard.ts';
import type { Consequence, Effect, Machine, MachineEvent, Variable } from '../kernel/machine.ts';
import type { Item, Witness } from './item.ts';

/** A machine that makes the same moves and also emits an event for each item that it shows. */
export interface Instrumented {
  readonly machine: Machine;
  readonly items: readonly Item[];
  /** The event of the first item; the others follow in order. */
  readonly firstEvent: number;
}

/** The name of the event that tells an item. */
export const eventOf = (name: string): string => `cover/${name}`;

/** Adds to a machine what tells each item; nothing that it does by itself reads what is added. */
export function instrument(machine: Machine, items: readonly Item[]): Instrumented {
  const firstEvent = machine.events.length;
  const told = tellersOf(items, firstEvent);
  const watched = items.flatMap(({ seen, name }, place) =>
    seen.flatMap((witness) =>
      witness.op === 'state' ? [{ name, guard: witness.guard, event: firstEvent + place }] : [],
    ),
  );
  const firstFlag = machine.variables.length;
  return {
    firstEvent,
    items,
    machine: {
      ...machine,
      variables: [
        ...machine.variables,
        ...watched.map(({ name }): Variable => ({ name: eventOf(name), size: 2, initial: 0 })),
      ],
      windows: machine.windows.map((window, index) => ({
        ...window,
        // First, while the state is still the one in which the move was made.
        alternatives: window.alternatives.map((way, number) => ({
          ...way,
          effects: [...told(`move ${index} ${number}`), ...way.effects],
        })),
      })),
      consequences: [
        ...machine.consequences.map((each, index) => ({
          ...each,
          effects: [...told(`consequence ${index}`), ...each.effects],
        })),
        ...watched.map(
          ({ name, guard, event }, place): Consequence => ({
            name: eventOf(name),
            when: all(is(firstFlag + place, 0), guard),
            effects: [
              { op: 'set', variable: firstFlag + place, to: 1 },
              { op: 'emit', event },
            ],
          }),
        ),
      ],
      events: [
        ...machine.events.map((event, index) => ({
          ...event,
          reactions: [...told(`event ${index}`), ...event.reactions],
        })),
        ...items.map(tellingEvent),
      ],
    },
  };
}

const tellingEvent = ({ name, text }: Item): MachineEvent => ({
  name: eventOf(name),
  kind: 'fact',
  subject: undefined,
  reactions: [],
  text,
});

/** By the place of a witness, what it emits. */
function tellersOf(items: readonly Item[], firstEvent: number): (place: string) => readonly Effect[] {
  const tellers = new Map<string, Effect[]>();
  for (const [place, { seen }] of items.entries())
    for (const witness of seen) {
      if (witness.op === 'state') continue;
      const known = tellers.get(placeOf(witness)) ?? [];
      tellers.set(placeOf(witness), known);
      known.push(guarded(witness, { op: 'emit', event: firstEvent + place }));
    }
  return (place) => tellers.get(place) ?? [];
}

function placeOf(witness: Exclude<Witness, { op: 'state' }>): string {
  switch (witness.op) {
    case 'move':
      return `move ${witness.window} ${witness.alternative}`;
    case 'event':
      return `event ${witness.event}`;
    case 'consequence':
      return `consequence ${witness.consequence}`;
  }
}

const guarded = (witness: Witness, emit: Effect): Effect =>
  witness.op === 'move' && witness.if ? { op: 'if', when: witness.if, effects: [emit] } : emit;
