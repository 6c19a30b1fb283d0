import type { Effect, Machine } from '../../simulator/kernel/machine.ts';

/** Names of what differs between two machines, or stands in one of them only. */
export interface Changed {
  readonly sites: ReadonlySet<string>;
  /** Events that do something else, or that a changed statement emits. */
  readonly events: ReadonlySet<string>;
  readonly promises: ReadonlySet<string>;
  /** Variables that a changed statement writes itself. */
  readonly written: ReadonlySet<string>;
}

export function changedParts(before: Machine, after: Machine): Changed {
  const [a, b] = [statementsOf(before), statementsOf(after)];
  const only = (kind: keyof Statements): Set<string> =>
    new Set([...missingIn(a[kind], b[kind]), ...missingIn(b[kind], a[kind])].map(({ name }) => name));
  const acting = [...missingIn(a.windows, b.windows), ...missingIn(b.windows, a.windows)].concat(
    missingIn(a.consequences, b.consequences),
    missingIn(b.consequences, a.consequences),
  );
  const [ours, theirs] = [missingIn(a.events, b.events), missingIn(b.events, a.events)].map(
    (changed) => new Set(changed.flatMap(({ emits }) => emits)),
  ) as [Set<string>, Set<string>];
  // Of an event that sets off others only those count that it does not set off in both: the page of a level, one of many.
  const setOff = [...ours, ...theirs].filter((event) => !(ours.has(event) && theirs.has(event)));
  return {
    sites: only('windows'),
    events: new Set([...only('events'), ...setOff, ...acting.flatMap(({ emits }) => emits)]),
    promises: only('promises'),
    written: new Set(acting.flatMap(({ writes }) => writes)),
  };
}

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly emits: readonly string[];
  readonly writes: readonly string[];
}

type Statements = Readonly<Record<'windows' | 'consequences' | 'events' | 'promises', readonly Statement[]>>;

function missingIn(from: readonly Statement[], other: readonly Statement[]): Statement[] {
  const known = new Set(other.map(({ text }) => text));
  return from.filter(({ text }) => !known.has(text));
}

function statementsOf(machine: Machine): Statements {
  const write = (value: unknown) => writeByName(machine, value);
  const doing = (effects: readonly Effect[]) => {
    const flat = flatten(effects);
    return {
      emits: flat.flatMap((each) => (each.op === 'emit' ? (machine.events[each.event]?.name ?? []) : [])),
      writes: flat.flatMap((each) =>
        each.op === 'set' || each.op === 'add' ? (machine.variables[each.variable]?.name ?? []) : [],
      ),
    };
  };
  const nothing = { emits: [], writes: [] };
  return {
    windows: machine.windows.map((each) => ({
      name: each.site,
      text: write(each),
      ...doing(each.alternatives.flatMap(({ effects }) => effects)),
    })),
    consequences: machine.consequences.map((each) => ({
      name: each.name,
      text: write(each),
      ...doing(each.effects),
    })),
    events: machine.events.map((each) => ({
      name: each.name,
      text: write(each),
      emits: doing(each.reactions).emits,
      writes: [],
    })),
    promises: machine.promises.map((each) => ({ name: each.name, text: write(each), ...nothing })),
  };
}

/** Effects one after the other, those under a condition as if it held. */
const flatten = (effects: readonly Effect[]): Effect[] =>
  effects.flatMap((effect) => (effect.op === 'if' ? flatten(effect.effects) : [effect]));

/** Part of a machine as text, variables, clocks and events by their names. */
export function writeByName({ variables, clocks, events }: Machine, part: unknown): string {
  const variable = (index: number): unknown => variables[index];
  const named: Readonly<Record<string, (index: number) => unknown>> = {
    variable,
    answered: variable,
    failed: variable,
    clock: (index) => clocks[index],
    event: (index) => events[index]?.name,
  };
  return JSON.stringify(part, (key, value: unknown) => {
    if (key === 'at') return undefined;
    if (key === 'expects') return (value as number[]).map((index) => events[index]?.name).toSorted();
    return typeof value === 'number' ? (named[key]?.(value) ?? value) : value;
  });
}
