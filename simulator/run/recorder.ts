import { type Guard, readsOf } from '../kernel/guard.ts';
import { type Machine, PROMISE, type Promised, type Window } from '../kernel/machine.ts';
import type { Watcher } from '../kernel/moves.ts';
import type { State } from '../kernel/state.ts';
import type { TraceKind, TraceRecord } from './trace.ts';

/** Keeps the trace, and for each variable and clock the record that last changed it: that is what `because` is made of. */
export interface Recorder {
  readonly records: readonly TraceRecord[];
  readonly watcher: Watcher;
  /** A window is about to fire, or its owner to fail. */
  begin(window: Window, now: number): void;
  /** The move is over: promises that changed are recorded. */
  end(): void;
  failed(window: Window): void;
  violated(promise: Promised, now: number): void;
  /** Records that enable a guard, newest last. */
  causesOf(guard: Guard, clock?: number): number[];
  /** Grains at which a clock last started, or undefined. */
  startOf(clock: number): number | undefined;
}

const CHANGES: Readonly<Record<number, readonly [TraceKind, string]>> = {
  [PROMISE.open]: ['promise-opened', 'starts to run'],
  [PROMISE.met]: ['promise-met', 'kept'],
  [PROMISE.violated]: ['promise-violated', 'broken'],
  [PROMISE.excused]: ['promise-excused', 'no longer applies'],
};

export function makeRecorder(
  machine: Machine,
  state: State,
  dueOf: (promise: Promised) => number | undefined,
  saw: (event: string, now: number) => void,
): Recorder {
  const records: TraceRecord[] = [];
  const writer = new Map<number, number>();
  const starter = new Map<number, number>();
  const started = new Map<number, number>();
  const before = new Int32Array(machine.promises.length);
  const promises = new Set(machine.promises.map(({ variable }) => variable));
  const promiseWriter = new Map<number, number>();
  let now = 0;
  let by: Pick<TraceRecord, 'by' | 'site'> = {};
  let causes: number[] = [];
  let last: number | undefined;
  let unwritten: (() => void)[] = [];

  const flush = (seq: number | undefined): void => {
    for (const assign of unwritten) assign();
    unwritten = [];
    last = seq;
  };
  const add = (kind: TraceKind, event: string, text: string, rest: Partial<TraceRecord> = {}): void => {
    const seq = records.length + 1;
    records.push({ seq, t: now * machine.grain, kind, event, ...by, text, because: causes, ...rest });
    last = seq;
    flush(seq);
  };
  const causesOf = (guard: Guard, clock?: number): number[] => {
    const seqs = [...readsOf(guard)].map((variable) => writer.get(variable));
    if (clock !== undefined) seqs.push(starter.get(clock));
    return [...new Set(seqs.filter((seq) => seq !== undefined))].sort((a, b) => a - b);
  };
  /** A write belongs to the record before it in its segment, else to the one after it, else to what caused the segment. */
  const later = (map: Map<number, number>, key: number): void => {
    if (last !== undefined) map.set(key, last);
    else
      unwritten.push(() => {
        const seq = last ?? causes.at(-1);
        if (seq !== undefined) map.set(key, seq);
      });
  };
  /** A segment is one set of effects: the window's own, or one consequence's. */
  const segment = (nextCauses: number[]): void => {
    flush(undefined);
    causes = nextCauses;
  };

  const watcher: Watcher = {
    consequence: (index) => {
      const consequence = machine.consequences[index];
      segment(consequence ? causesOf(consequence.when) : []);
      by = {};
    },
    event: (index) => {
      const event = machine.events[index];
      if (!event) return;
      saw(event.name, now);
      if (event.kind !== 'paged')
        add(
          event.kind as TraceKind,
          event.name,
          event.text,
          event.subject === undefined ? {} : { subject: event.subject },
        );
    },
    wrote: (variable) => later(promises.has(variable) ? promiseWriter : writer, variable),
    started: (clock) => {
      started.set(clock, now);
      later(starter, clock);
    },
  };

  const promiseChanges = (): void => {
    machine.promises.forEach((promise, index) => {
      const value = state[promise.variable] as number;
      if (before[index] === value) return;
      before[index] = value;
      const [kind, words] = CHANGES[value] ?? ['promise-excused', 'idle'];
      const due = value === PROMISE.open ? dueOf(promise) : undefined;
      const cause = promiseWriter.get(promise.variable);
      causes = cause === undefined ? [] : [cause];
      add(
        kind,
        promise.name,
        `${promise.text}: ${words}`,
        due === undefined ? {} : { due: due * machine.grain },
      );
    });
  };

  return {
    records,
    watcher,
    causesOf,
    startOf: (clock) => started.get(clock),
    begin: (window, at) => {
      now = at;
      const { owner } = window;
      by = {
        by: owner.kind === 'person' || owner.kind === 'group' ? owner.id : owner.kind,
        site: window.site,
      };
      segment(causesOf(window.when, window.clock));
    },
    end: () => {
      segment([]);
      by = {};
      promiseChanges();
      flush(undefined);
    },
    failed: (window) => {
      add('failed', window.site, `is late: ${window.text}`);
    },
    violated: (promise, at) => {
      now = at;
      before[machine.promises.indexOf(promise)] = PROMISE.violated;
      const anchor = promise.clock === undefined ? undefined : starter.get(promise.clock);
      causes = anchor === undefined ? [] : [anchor];
      by = {};
      add('promise-violated', promise.name, `${promise.text}: broken`);
    },
  };
}
