import { inIncident } from '../incident-name.ts';
import { is } from '../kernel/guard.ts';
import type { Machine, MachineEvent, Window } from '../kernel/machine.ts';

/** What is so before anything happens, and what a facilitator will say. */
export interface Beginning {
  /** Facts that hold for every incident. */
  readonly facts?: readonly string[];
  /** Capabilities that are lost. */
  readonly lost?: readonly string[];
  /** What a facilitator says, each a move of nature that only shows on the trace. */
  readonly notes?: readonly string[];
}

/** An incident, and the facts that hold for it alone. */
interface Begun {
  readonly id: string | undefined;
  readonly facts?: readonly string[] | undefined;
}

/** The same machine, begun otherwise: it depends on nothing else in the book, so that drills that begin differently share the rest. */
export function beginWith(
  machine: Machine,
  incidents: readonly Begun[],
  { facts = [], lost = [], notes = [] }: Beginning,
): Machine {
  const so = [
    ...incidents.flatMap(({ id, facts: own = [] }) =>
      [...facts, ...own].map((fact) => inIncident(id, `fact/${fact}`)),
    ),
    ...lost.map((capability) => `lost/${capability}`),
  ];
  return withNotes(so.length === 0 ? machine : withSo(machine, new Set(so)), notes);
}

function withSo(machine: Machine, so: ReadonlySet<string>): Machine {
  const known = new Set(machine.variables.map(({ name }) => name));
  return {
    ...machine,
    variables: [
      ...machine.variables.map((each) => (so.has(each.name) ? { ...each, initial: 1 } : each)),
      // Nothing that this machine can do depends on it; a story may say so all the same.
      ...[...so].filter((name) => !known.has(name)).map((name) => ({ name, size: 2, initial: 1 })),
    ],
  };
}

/** What is said changes nothing by itself. It comes before whatever nature does at the same instant. */
function withNotes(machine: Machine, notes: readonly string[]): Machine {
  if (notes.length === 0) return machine;
  const [variables, events] = [machine.variables.length, machine.events.length];
  const window = (text: string, index: number): Window => ({
    site: `inject/${index}`,
    doing: 'nature',
    owner: { kind: 'nature' },
    when: is(variables + index, 0),
    clock: undefined,
    lo: 0,
    hi: undefined,
    alternatives: [
      {
        name: 'said',
        effects: [
          { op: 'set', variable: variables + index, to: 1 },
          { op: 'emit', event: events + index },
        ],
      },
    ],
    answered: undefined,
    atOpening: false,
    at: undefined,
    text,
  });
  const event = (text: string, index: number): MachineEvent => ({
    name: `inject.${index}`,
    kind: 'inject',
    subject: undefined,
    reactions: [],
    text,
  });
  return {
    ...machine,
    variables: [
      ...machine.variables,
      ...notes.map((_, index) => ({ name: `said/${index}`, size: 2, initial: 0 })),
    ],
    windows: [...notes.map(window), ...machine.windows],
    events: [...machine.events, ...notes.map(event)],
  };
}
