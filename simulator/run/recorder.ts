import { splitIncident } from '../incident-name.ts';
import { type Guard, readsOf } from '../kernel/guard.ts';
import { type Machine, PROMISE, type Promised, type Window } from '../kernel/machine.ts';
import type { Watcher } from '../kernel/moves.ts';
import type { State } from '../kernel/state.ts';
import { type Ledger, makeLedger, type Writers } from './ledger.ts';
import type { TraceKind, TraceRecord } from './trace.ts';

/** Keeps the trace, and for each variable and clock the record that last changed it: that is what `because` is made of. */
export interface Recorder {
  readonly records: readonly TraceRecord[];
  readonly watcher: Watcher;
  /** A window is about to fire, or its owner to fail. */
  begin(window: Window, now: number): void;
  /** Time has passed; what follows is nobody's move. */
  passed(now: number): void;
  /** The move is over: promises that changed are recorded. */
  end(): void;
  failed(window: Window): void;
  violated(promise: Promised, now: number): void;
  /** Records that enable a guard, newest last. */
  causesOf(guard: Guard, clock?: number): number[];
  /** Grains at which a clock last started, or undefined. */
  startOf(clock: number): number | undefined;
}

const CHANGES: Readonly<Record<number, TraceKind>> = {
  [PROMISE.open]: 'promise-opened',
  [PROMISE.met]: 'promise-met',
  [PROMISE.violated]: 'promise-violated',
  [PROMISE.excused]: 'promise-excused',
};

/** The record that last changed each variable, started each clock and moved each promise. */
interface Marks {
  readonly variables: Writers;
  readonly clocks: Writers;
  readonly promises: Writers;
  /** Grains at which each clock last started. */
  readonly starts: Map<number, number>;
}

export function makeRecorder(
  machine: Machine,
  state: State,
  dueOf: (promise: Promised) => number | undefined,
  saw: (event: string, now: number) => void,
): Recorder {
  const ledger = makeLedger(machine.grain);
  const marks: Marks = { variables: new Map(), clocks: new Map(), promises: new Map(), starts: new Map() };
  const before = new Int32Array(machine.promises.length);
  const causesOf = (guard: Guard, clock?: number): number[] => causesIn(marks, guard, clock);
  const promiseChanges = (): void =>
    machine.promises.forEach((promise, index) => {
      const value = state[promise.variable] as number;
      if (before[index] === value) return;
      before[index] = value;
      recordPromise(machine, ledger, marks, promise, value, dueOf);
    });
  return {
    records: ledger.records,
    watcher: watch(machine, ledger, marks, saw, promiseChanges),
    causesOf,
    startOf: (clock) => marks.starts.get(clock),
    begin: (window, at) => {
      ledger.setNow(at);
      const { owner } = window;
      const who = owner.kind === 'person' || owner.kind === 'group' ? owner.id : owner.kind;
      const { name: site, ...whose } = splitIncident(window.site);
      ledger.segment(causesOf(window.when, window.clock), { by: who, site, ...whose });
    },
    passed: (at) => {
      ledger.setNow(at);
      ledger.segment([]);
    },
    end: () => {
      ledger.segment([]);
      promiseChanges();
      ledger.segment([]);
    },
    failed: (window) => ledger.add('failed', window.site, `is late: ${window.text}`),
    violated: (promise, at) => {
      ledger.setNow(at);
      before[machine.promises.indexOf(promise)] = PROMISE.violated;
      const anchor = promise.clock === undefined ? undefined : marks.clocks.get(promise.clock);
      ledger.segment(anchor === undefined ? [] : [anchor]);
      ledger.add('promise-violated', promise.name, promise.text, { due: at * machine.grain });
    },
  };
}

function watch(
  machine: Machine,
  ledger: Ledger,
  marks: Marks,
  saw: (event: string, now: number) => void,
  promiseChanges: () => void,
): Watcher {
  const promises = new Set(machine.promises.map(({ variable }) => variable));
  return {
    consequence: (index) => {
      ledger.segment([]);
      promiseChanges();
      const consequence = machine.consequences[index];
      ledger.segment(consequence ? causesIn(marks, consequence.when) : []);
    },
    event: (index) => {
      const event = machine.events[index];
      if (!event) return;
      saw(event.name, ledger.now());
      // A page on a path shows as the page that is sent.
      if (event.kind === 'paged') return;
      const about = event.subject === undefined ? {} : { subject: event.subject };
      ledger.add(event.kind as TraceKind, event.name, event.text, about);
    },
    wrote: (variable) => ledger.changed(promises.has(variable) ? marks.promises : marks.variables, variable),
    started: (clock) => {
      marks.starts.set(clock, ledger.now());
      ledger.changed(marks.clocks, clock);
    },
  };
}

/** The same guards are asked about in every run of a machine. */
const reads = new WeakMap<Guard, readonly number[]>();

function readBy(guard: Guard): readonly number[] {
  const found = reads.get(guard) ?? [...readsOf(guard)];
  reads.set(guard, found);
  return found;
}

function causesIn({ variables, clocks }: Marks, guard: Guard, clock?: number): number[] {
  const seqs = readBy(guard).map((variable) => variables.get(variable));
  if (clock !== undefined) seqs.push(clocks.get(clock));
  return [...new Set(seqs.filter((seq) => seq !== undefined))].sort((a, b) => a - b);
}

function recordPromise(
  { grain }: Machine,
  ledger: Ledger,
  marks: Marks,
  promise: Promised,
  value: number,
  dueOf: (promise: Promised) => number | undefined,
): void {
  const kind = CHANGES[value];
  if (kind === undefined) return;
  const due = value === PROMISE.excused ? undefined : dueOf(promise);
  const cause = marks.promises.get(promise.variable);
  ledger.segment(cause === undefined ? [] : [cause]);
  ledger.add(kind, promise.name, promise.text, due === undefined ? {} : { due: due * grain });
}
