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

const eventName = (name: string): string => `cover/${name}`;

/** Adds to a machine what tells each item; nothing that it does by itself reads what is added. */
export function instrument(machine: Machine, items: readonly Item[]): Instrumented {
  const firstEvent = machine.events.length;
  const all_ = items.flatMap(({ seen }, place) =>
    seen.map((witness) => ({ witness, emit: { op: 'emit', event: firstEvent + place } as const, place })),
  );
  const told = (test: (witness: Witness) => boolean): Effect[] =>
    all_.filter(({ witness }) => test(witness)).map(({ witness, emit }) => guarded(witness, emit));
  const states = all_.flatMap(({ witness, emit, place }) =>
    witness.op === 'state' ? [{ guard: witness.guard, emit, name: items[place]?.name ?? '' }] : [],
  );
  const flags = states.map(({ name }): Variable => ({ name: eventName(name), size: 2, initial: 0 }));
  const watches = states.map(({ guard, emit, name }, place): Consequence => {
    const flag = machine.variables.length + place;
    return {
      name: eventName(name),
      when: all(is(flag, 0), guard),
      effects: [{ op: 'set', variable: flag, to: 1 }, emit],
    };
  });
  return {
    firstEvent,
    items,
    machine: {
      ...machine,
      variables: [...machine.variables, ...flags],
      windows: machine.windows.map((window, index) => ({
        ...window,
        alternatives: window.alternatives.map((way, number) => ({
          ...way,
          // First, while the state is still the one in which the move was made.
          effects: [
            ...told(
              (witness) =>
                witness.op === 'move' && witness.window === index && witness.alternative === number,
            ),
            ...way.effects,
          ],
        })),
      })),
      consequences: [
        ...machine.consequences.map((each, index) => ({
          ...each,
          effects: [
            ...told((witness) => witness.op === 'consequence' && witness.consequence === index),
            ...each.effects,
          ],
        })),
        ...watches,
      ],
      events: [
        ...machine.events.map((event, index) => ({
          ...event,
          reactions: [
            ...told((witness) => witness.op === 'event' && witness.event === index),
            ...event.reactions,
          ],
        })),
        ...items.map(
          ({ name, text }): MachineEvent => ({
            name: eventName(name),
            kind: 'fact',
            subject: undefined,
            reactions: [],
            text,
          }),
        ),
      ],
    },
  };
}

const guarded = (witness: Witness, emit: Effect): Effect =>
  witness.op === 'move' && witness.if ? { op: 'if', when: witness.if, effects: [emit] } : emit;
