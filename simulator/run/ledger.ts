import { splitIncident } from '../incident-name.ts';
import type { TraceKind, TraceRecord } from './trace.ts';

/** The record that last changed each thing: what `because` is made of. */
export type Writers = Map<number, number>;

/** Who moves, at which site, and for which incident. */
export type Mover = Pick<TraceRecord, 'by' | 'site' | 'incident'>;

/** Records in order, each with what caused it. A segment is one set of effects: a window's own, or one consequence's. */
export interface Ledger {
  readonly records: readonly TraceRecord[];
  /** Grains. */
  now(): number;
  setNow(now: number): void;
  /** Begins a segment: who acts, and the records that made it possible. */
  segment(causes: readonly number[], by?: Mover): void;
  /** The name of the event or promise as the machine has it, with its incident. */
  add(kind: TraceKind, event: string, text: string, rest?: Partial<TraceRecord>): void;
  /** Something changed: the change belongs to a record of this segment. */
  changed(writers: Writers, key: number): void;
}

export function makeLedger(grain: number): Ledger {
  const records: TraceRecord[] = [];
  let now = 0;
  let by: Mover = {};
  let causes: readonly number[] = [];
  /** The newest record of this segment. */
  let last: number | undefined;
  let waiting: (readonly [Writers, number])[] = [];

  const settle = (seq: number | undefined): void => {
    if (seq !== undefined) for (const [writers, key] of waiting) writers.set(key, seq);
    waiting = [];
  };
  return {
    records,
    now: () => now,
    setNow: (to) => {
      now = to;
    },
    segment: (next, actor = {}) => {
      // What changed in a segment without a record passes its own causes on.
      settle(causes.at(-1));
      causes = next;
      by = actor;
      last = undefined;
    },
    add: (kind, event, text, rest = {}) => {
      last = records.length + 1;
      const { name, ...whose } = splitIncident(event);
      const about = { ...by, ...whose };
      records.push({
        seq: last,
        t: now * grain,
        kind,
        event: name,
        ...about,
        text,
        because: causes,
        ...rest,
      });
      settle(last);
    },
    changed: (writers, key) => {
      if (last === undefined) waiting.push([writers, key]);
      else writers.set(key, last);
    },
  };
}
