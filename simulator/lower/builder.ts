import type { At } from '../../model/position.ts';
import { splitIncident } from '../incident-name.ts';
import { all, atLeast, type Guard, is, not } from '../kernel/guard.ts';
import type {
  Alternative,
  Clock,
  Consequence,
  Doing,
  Effect,
  Machine,
  MachineEvent,
  Owner,
  Promised,
  Standing,
  Variable,
  Window,
} from '../kernel/machine.ts';
import type { Tolerance } from './tolerance.ts';

/** A window as a lowering writes it: times in seconds. */
export interface WindowDraft {
  readonly site: string;
  readonly doing: Doing;
  readonly owner: Owner;
  readonly when: Guard;
  readonly clock?: number;
  readonly lo?: number;
  /** undefined: free, never due. */
  readonly hi?: number | undefined;
  readonly alternatives: readonly Alternative[];
  readonly answered?: number;
  readonly acts?: Standing;
  readonly at?: At | undefined;
  readonly text: string;
  /** Goes on after the incident is closed. */
  readonly outlives?: boolean;
  /** Grains by which a timer comes before or after its length, so that whatever happens at that very instant is inside a closed bound. */
  readonly shift?: -1 | 1;
  readonly atOpening?: boolean;
  readonly assumed?: true;
}

/** A promise as a lowering writes it: lengths in seconds. */
export interface PromiseDraft {
  readonly name: string;
  readonly variable: number;
  readonly clock: number | undefined;
  readonly seconds: number;
  /** The longest real length, where business days make it vary. */
  readonly longest?: number;
  readonly businessDays?: number | undefined;
  readonly expects: readonly string[];
  readonly atClose: Promised['atClose'];
  readonly tolerance: Tolerance;
  readonly text: string;
  readonly at?: At | undefined;
}

/** What an event looks like on the trace. */
export interface EventDraft {
  readonly kind: string;
  readonly subject?: string;
  readonly text?: string;
}

interface PendingEvent {
  readonly index: number;
  draft: EventDraft | undefined;
  readonly reactions: Effect[];
}

/** The name of a consequence that the book itself states, and where. */
export interface StatedName {
  readonly name: string;
  readonly at: At;
}

/** What has been written so far. */
export interface Draft {
  readonly variables: Map<string, { readonly index: number; size: number; initial: number }>;
  readonly clocks: Map<string, number>;
  readonly events: Map<string, PendingEvent>;
  readonly windows: WindowDraft[];
  readonly consequences: Consequence[];
  readonly promises: PromiseDraft[];
}

/** Collects what the lowerings write, by name, and turns it into one machine. */
export interface Builder {
  /** The whole name that a name gets in the machine. */
  named(name: string): string;
  /** The variable of this name, made on first mention. */
  variable(name: string, size?: number, initial?: number): number;
  clock(name: string): number;
  is(name: string, value?: number): Guard;
  atLeast(name: string, value: number): Guard;
  isnt(name: string, value?: number): Guard;
  set(name: string, to?: number): Effect;
  start(clock: string): Effect;
  stop(clock: string): Effect;
  /** Starts only a clock that does not run. */
  startOnce(clock: string): Effect;
  emit(event: string, draft: EventDraft): Effect;
  /** Attaches effects to an event, whoever emits it; the same effect only once. */
  on(event: string, ...effects: readonly Effect[]): void;
  /** With its place, it is something that the book states. */
  consequence(name: string | StatedName, guard: Guard, ...effects: readonly Effect[]): void;
  window(draft: WindowDraft): void;
  promise(draft: PromiseDraft): void;
  /** With a fixed grain in seconds, else the largest that divides every constant. */
  build(grain?: number): Machine;
}

export const when = (guard: Guard, ...effects: readonly Effect[]): Effect => ({
  op: 'if',
  when: guard,
  effects,
});

export const emptyDraft = (): Draft => ({
  variables: new Map(),
  clocks: new Map(),
  events: new Map(),
  windows: [],
  consequences: [],
  promises: [],
});

/** A machine of one incident, every name as it is written. */
export const machineBuilder = (): Builder => builderOver(emptyDraft(), (name) => name, ['closed']);

/** A builder that writes each name as `named` says; its windows shut when all of the `closed` flags are up. */
export function builderOver(
  draft: Draft,
  named: (name: string) => string,
  closed: readonly string[],
): Builder {
  const variable = (name: string, size = 2, initial = 0): number =>
    variableIn(draft, named(name), size, initial);
  const clock = (name: string): number => clockIn(draft, named(name));
  return {
    named,
    variable,
    clock,
    is: (name, value = 1) => is(variable(name, value + 1), value),
    atLeast: (name, value) => atLeast(variable(name, value + 1), value),
    isnt: (name, value = 1) => not(is(variable(name, value + 1), value)),
    set: (name, to = 1) => ({ op: 'set', variable: variable(name, to + 1), to }),
    start: (name) => ({ op: 'start', clock: clock(name), restart: true }),
    stop: (name) => ({ op: 'stop', clock: clock(name) }),
    startOnce: (name) => ({ op: 'start', clock: clock(name), restart: false }),
    emit: (name, said) => {
      const event = eventIn(draft, named(name));
      event.draft ??= said;
      return { op: 'emit', event: event.index };
    },
    on: (name, ...effects) => react(eventIn(draft, named(name)).reactions, effects),
    consequence: (name, guard, ...effects) => {
      const stated = typeof name === 'string' ? { name } : name;
      draft.consequences.push({ ...stated, name: named(stated.name), when: guard, effects });
    },
    window: (window) => {
      const unclosed = not(all(...closed.map((flag) => is(variableIn(draft, flag, 2, 0), 1))));
      const when = window.outlives ? window.when : all(window.when, unclosed);
      draft.windows.push({ ...window, site: named(window.site), when });
    },
    promise: (promise) => {
      const { name, expects } = promise;
      draft.promises.push({ ...promise, name: named(name), expects: expects.map(named) });
    },
    build: (grain) => buildMachine(draft, grain ?? grainOf(draft)),
  };
}

function variableIn({ variables }: Draft, name: string, size: number, initial: number): number {
  const known = variables.get(name);
  if (!known) {
    variables.set(name, { index: variables.size, size, initial });
    return variables.size - 1;
  }
  known.size = Math.max(known.size, size);
  if (initial > 0) known.initial = initial;
  return known.index;
}

function clockIn({ clocks }: Draft, name: string): number {
  if (!clocks.has(name)) clocks.set(name, clocks.size);
  return clocks.get(name) as number;
}

function eventIn({ events }: Draft, name: string): PendingEvent {
  const known = events.get(name) ?? { index: events.size, draft: undefined, reactions: [] };
  events.set(name, known);
  return known;
}

function react(reactions: Effect[], effects: readonly Effect[]): void {
  const known = new Set(reactions.map((effect) => JSON.stringify(effect)));
  reactions.push(...effects.filter((effect) => !known.has(JSON.stringify(effect))));
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The largest grain that divides every constant, in seconds. */
const grainOf = ({ windows, promises }: Draft): number =>
  [
    ...windows.flatMap((window) => [window.lo ?? 0, window.hi ?? 0]),
    ...promises.flatMap((promise) => [promise.seconds, promise.longest ?? 0]),
  ].reduce(gcd, 0) || 1;

function buildMachine(draft: Draft, grain: number): Machine {
  return {
    grain,
    variables: [...draft.variables].map(([name, { size, initial }]): Variable => ({ name, size, initial })),
    clocks: [...draft.clocks].map(
      ([name, index]): Clock => ({ name, cap: 1 + largestOf(draft, index) / grain }),
    ),
    windows: draft.windows.map((window) => toWindow(window, grain)),
    consequences: draft.consequences,
    promises: draft.promises.map((promise) => toPromised(draft, promise, grain)),
    events: [...draft.events].map(([name, event]) => toEvent(name, event)),
  };
}

/** The largest constant that a clock is compared with, in seconds. */
function largestOf({ windows, promises }: Draft, clock: number): number {
  const bounds = windows
    .filter((window) => window.clock === clock)
    .flatMap(({ lo, hi }) => [lo ?? 0, hi ?? 0]);
  const lengths = promises
    .filter((promise) => promise.clock === clock)
    .map(({ seconds, longest }) => Math.max(seconds, longest ?? 0));
  return Math.max(0, ...bounds, ...lengths);
}

const toPromised = (draft: Draft, promise: PromiseDraft, grain: number): Promised => ({
  name: promise.name,
  variable: promise.variable,
  clock: promise.clock,
  bound: promise.seconds / grain,
  businessDays: promise.businessDays,
  expects: promise.expects.map((name) => eventIn(draft, name).index),
  atClose: promise.atClose,
  ...promise.tolerance,
  text: promise.text,
  at: promise.at,
});

function toWindow(draft: WindowDraft, grain: number): Window {
  const { shift } = draft;
  const shifted = shift !== undefined && (draft.lo ?? 0) / grain + shift >= 0;
  const grains = (seconds: number): number => seconds / grain + (shifted ? shift : 0);
  return {
    site: draft.site,
    doing: draft.doing,
    owner: draft.owner,
    when: draft.when,
    clock: draft.clock,
    lo: grains(draft.lo ?? 0),
    hi: draft.hi === undefined ? undefined : grains(draft.hi),
    ...(shifted ? { shift } : {}),
    alternatives: draft.alternatives,
    answered: draft.answered,
    atOpening: draft.atOpening === true,
    ...(draft.assumed ? { assumed: true as const } : {}),
    ...(draft.acts === undefined ? {} : { acts: draft.acts }),
    at: draft.at,
    text: draft.text,
  };
}

const toEvent = (name: string, { draft, reactions }: PendingEvent): MachineEvent => ({
  name,
  kind: draft?.kind ?? 'fact',
  subject: draft?.subject,
  reactions,
  text: draft?.text ?? splitIncident(name).name,
});
