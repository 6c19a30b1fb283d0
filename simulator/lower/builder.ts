import type { At } from '../../model/position.ts';
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
  Variable,
  Window,
} from '../kernel/machine.ts';

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
  readonly at?: At | undefined;
  readonly text: string;
  /** Goes on after the incident is closed. */
  readonly outlives?: boolean;
  /** Grains by which a timer comes before or after its length, so that whatever happens at that very instant is inside a closed bound. */
  readonly shift?: -1 | 1;
  readonly atOpening?: boolean;
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
  draft: EventDraft | undefined;
  readonly reactions: Effect[];
}

/** Collects what the lowerings write, by name, and turns it into one machine. */
export interface Builder {
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
  consequence(name: string, when: Guard, ...effects: readonly Effect[]): void;
  window(draft: WindowDraft): void;
  promise(draft: PromiseDraft): void;
  readonly promises: readonly PromiseDraft[];
  /** With a fixed grain in seconds, else the largest that divides every constant. */
  build(grain?: number): Machine;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

export const when = (guard: Guard, ...effects: readonly Effect[]): Effect => ({
  op: 'if',
  when: guard,
  effects,
});

export function machineBuilder(): Builder {
  const variables = new Map<string, { index: number; size: number; initial: number }>();
  const clocks = new Map<string, number>();
  const events = new Map<string, { index: number; pending: PendingEvent }>();
  const windows: WindowDraft[] = [];
  const consequences: Consequence[] = [];
  const promises: PromiseDraft[] = [];

  const variable = (name: string, size = 2, initial = 0): number => {
    const known = variables.get(name);
    if (!known) {
      variables.set(name, { index: variables.size, size, initial });
      return variables.size - 1;
    }
    known.size = Math.max(known.size, size);
    if (initial > 0) known.initial = initial;
    return known.index;
  };
  const clock = (name: string): number => {
    if (!clocks.has(name)) clocks.set(name, clocks.size);
    return clocks.get(name) as number;
  };
  const event = (name: string): { index: number; pending: PendingEvent } => {
    const known = events.get(name) ?? { index: events.size, pending: { draft: undefined, reactions: [] } };
    events.set(name, known);
    return known;
  };

  const grainOf = (): number => {
    const constants = [
      ...windows.flatMap((window) => [window.lo ?? 0, window.hi ?? 0]),
      ...promises.flatMap((promise) => [promise.seconds, promise.longest ?? 0]),
    ];
    return constants.reduce(gcd, 0) || 1;
  };

  const build = (fixed?: number): Machine => {
    const grain = fixed ?? grainOf();
    const index = (names: readonly string[]) => names.map((name) => event(name).index);
    const drained = promises.map(({ seconds, longest: _, expects, businessDays, at, ...rest }) => ({
      ...rest,
      bound: seconds / grain,
      expects: index(expects),
      businessDays,
      at,
    }));
    return {
      grain,
      variables: [...variables].map(([name, { size, initial }]): Variable => ({ name, size, initial })),
      clocks: [...clocks].map(([name, at]): Clock => ({ name, cap: 1 + largest(at) / grain })),
      windows: windows.map((draft) => toWindow(draft, grain)),
      consequences,
      events: [...events].map(([name, { pending }]) => toEvent(name, pending)),
      promises: drained,
    };
  };
  const largest = (clockIndex: number): number =>
    Math.max(
      0,
      ...windows
        .filter((window) => window.clock === clockIndex)
        .flatMap((window) => [window.lo ?? 0, window.hi ?? 0]),
      ...promises
        .filter((promise) => promise.clock === clockIndex)
        .map((promise) => Math.max(promise.seconds, promise.longest ?? 0)),
    );

  return {
    variable,
    clock,
    is: (name, value = 1) => is(variable(name, value + 1), value),
    atLeast: (name, value) => atLeast(variable(name, value + 1), value),
    isnt: (name, value = 1) => not(is(variable(name, value + 1), value)),
    set: (name, to = 1) => ({ op: 'set', variable: variable(name, to + 1), to }),
    start: (name) => ({ op: 'start', clock: clock(name), restart: true }),
    stop: (name) => ({ op: 'stop', clock: clock(name) }),
    startOnce: (name) => ({ op: 'start', clock: clock(name), restart: false }),
    emit: (name, draft) => {
      const known = event(name);
      known.pending.draft ??= draft;
      return { op: 'emit', event: known.index };
    },
    on: (name, ...effects) => {
      const { reactions } = event(name).pending;
      const known = new Set(reactions.map((effect) => JSON.stringify(effect)));
      reactions.push(...effects.filter((effect) => !known.has(JSON.stringify(effect))));
    },
    consequence: (name, guard, ...effects) => {
      consequences.push({ name, when: guard, effects });
    },
    window: (draft) => {
      windows.push(
        draft.outlives ? draft : { ...draft, when: all(draft.when, not(is(variable('closed'), 1))) },
      );
    },
    promise: (draft) => {
      promises.push(draft);
    },
    promises,
    build,
  };
}

function toWindow(draft: WindowDraft, grain: number): Window {
  const grains = (seconds: number): number => Math.max(0, seconds / grain + (draft.shift ?? 0));
  return {
    site: draft.site,
    doing: draft.doing,
    owner: draft.owner,
    when: draft.when,
    clock: draft.clock,
    lo: grains(draft.lo ?? 0),
    hi: draft.hi === undefined ? undefined : grains(draft.hi),
    alternatives: draft.alternatives,
    answered: draft.answered,
    atOpening: draft.atOpening === true,
    at: draft.at,
    text: draft.text,
  };
}

const toEvent = (name: string, { draft, reactions }: PendingEvent): MachineEvent => ({
  name,
  kind: draft?.kind ?? 'fact',
  subject: draft?.subject,
  reactions,
  text: draft?.text ?? name,
});
