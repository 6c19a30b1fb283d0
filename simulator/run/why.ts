import { splitIncident } from '../incident-name.ts';
import { type Guard, holds } from '../kernel/guard.ts';
import type { Effect, Machine, Promised, Window } from '../kernel/machine.ts';
import { isOpen } from '../kernel/moves.ts';
import type { State } from '../kernel/state.ts';
import type { Recorder } from './recorder.ts';

/** Why a promise broke: the records that led to the deadline, and what was still missing then, nearest cause first. */
export interface Story {
  readonly chain: readonly number[];
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly site: string;
  readonly incident?: string;
  /** Who was to do it: a person, a group, machine or nature. */
  readonly by: string;
  readonly text: string;
  /** Seconds since which he could already have done it. */
  readonly since: number | undefined;
}

interface Moment {
  readonly machine: Machine;
  readonly state: State;
  readonly recorder: Recorder;
  readonly now: number;
  readonly promise: Promised;
}

/** What a promise waits for: an event, or a value of a variable. */
type Goal = { readonly event: number } | { readonly variable: number; readonly value: number };

/** How deep the question "and what does that wait for?" is asked. */
const DEPTH = 24;

/**
 * At the deadline: walks from the awaited event back to the nearest window that could have moved, breadth first; from there
 * the records that enabled it, newest first, back to the promise's anchor. That is where the time went.
 */
export function explain({ machine, state, recorder, now, promise }: Moment): Story {
  const missing = search(
    machine,
    state,
    promise.expects.map((event) => ({ event })),
  );
  const active = missing.at(-1);
  const anchor = promise.clock === undefined ? undefined : recorder.startOf(promise.clock);
  const chain = active ? walkBack(recorder, active, (anchor ?? 0) * machine.grain) : [];
  return {
    chain,
    missing: missing.map((window) => ({
      ...siteOf(window),
      by: ownerName(window),
      text: window.text,
      since: isOpen(machine, state, window) ? openSince(window, recorder, now) * machine.grain : undefined,
    })),
  };
}

function siteOf({ site: full }: Window): Pick<Missing, 'site' | 'incident'> {
  const { name: site, ...whose } = splitIncident(full);
  return { site, ...whose };
}

const ownerName = ({ owner }: Window): string =>
  owner.kind === 'person' || owner.kind === 'group' ? owner.id : owner.kind;

interface Visit {
  readonly goal: Goal;
  readonly path: readonly Window[];
}

/** Windows from the awaited one down to the first that is open: people before timers, and what nobody is bound to do only where nothing else is. */
function search(machine: Machine, state: State, goals: readonly Goal[]): Window[] {
  const seen = new Set<string>();
  let layer: Visit[] = goals.map((goal) => ({ goal, path: [] }));
  let free: Visit['path'] | undefined;
  for (let depth = 0; depth < DEPTH && layer.length > 0; depth++) {
    const next: Visit[] = [];
    const open: Visit['path'][] = [];
    for (const { goal, path } of layer) {
      const key = JSON.stringify(goal);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const { window, when } of producersOf(machine, goal)) {
        const longer = window ? [...path, window] : path;
        if (window && isOpen(machine, state, window)) {
          if (window.hi === undefined && window.owner.kind !== 'nature') free ??= longer;
          else if (window.owner.kind !== 'nature') open.push(longer);
          continue;
        }
        next.push(...unmet(when, state).map((unmetGoal) => ({ goal: unmetGoal, path: longer })));
      }
    }
    const best = open.find((path) => path.at(-1)?.owner.kind === 'person') ?? open[0];
    if (best) return [...best];
    layer = next;
  }
  return [...(free ?? [])];
}

/** In grains. */
const openSince = ({ clock }: Window, recorder: Recorder, now: number): number =>
  clock === undefined ? now : (recorder.startOf(clock) ?? now);

/** Atoms of a guard that do not hold, as goals; of a choice, each branch. */
function unmet(guard: Guard, state: State): Goal[] {
  if (holds(guard, state)) return [];
  if (guard.op === 'is' || guard.op === 'atLeast') return [{ variable: guard.variable, value: guard.value }];
  if (guard.op === 'all' || guard.op === 'any') return guard.guards.flatMap((part) => unmet(part, state));
  return guard.op === 'not' && guard.guard.op === 'is' && guard.guard.value !== 0
    ? [{ variable: guard.guard.variable, value: 0 }]
    : [];
}

/** Something whose effects reach a goal: a window, or a consequence. */
interface Producer {
  readonly window: Window | undefined;
  readonly when: Guard;
}

/** Who produces what never changes in a machine, and is asked for in every run. */
const known = new WeakMap<Machine, Producers>();

function producersOf(machine: Machine, goal: Goal): Producer[] {
  const producers = known.get(machine) ?? findProducers(machine);
  known.set(machine, producers);
  const { all, byEvent, byValue, counting } = producers;
  const places =
    'event' in goal
      ? (byEvent.get(goal.event) ?? [])
      : [...(byValue.get(goal.variable)?.get(goal.value) ?? []), ...(counting.get(goal.variable) ?? [])];
  return [...new Set(places)].sort((a, b) => a - b).map((place) => all[place] as Producer);
}

/** All windows and consequences, and by what they may bring about: their places. */
interface Producers {
  readonly all: readonly Producer[];
  readonly byEvent: Map<number, number[]>;
  readonly byValue: Map<number, Map<number, number[]>>;
  /** By variable: those that count it up or down. */
  readonly counting: Map<number, number[]>;
}

function findProducers(machine: Machine): Producers {
  const byEvent = new Map<number, number[]>();
  const byValue = new Map<number, Map<number, number[]>>();
  const counting = new Map<number, number[]>();
  const note = (list: readonly Effect[], place: number, visited: Set<number>): void => {
    for (const effect of list) {
      if (effect.op === 'if') note(effect.effects, place, visited);
      else if (effect.op === 'add') push(counting, effect.variable, place);
      else if (effect.op === 'set') push(inside(byValue, effect.variable), effect.to, place);
      else if (effect.op === 'emit' && !visited.has(effect.event)) {
        visited.add(effect.event);
        push(byEvent, effect.event, place);
        note(machine.events[effect.event]?.reactions ?? [], place, visited);
      }
    }
  };
  const { windows, consequences } = machine;
  for (const [place, { alternatives }] of windows.entries()) {
    const visited = new Set<number>();
    for (const { effects } of alternatives) note(effects, place, visited);
  }
  for (const [index, { effects }] of consequences.entries()) note(effects, windows.length + index, new Set());
  return {
    all: [
      ...windows.map((window) => ({ window, when: window.when })),
      ...consequences.map(({ when }) => ({ window: undefined, when })),
    ],
    byEvent,
    byValue,
    counting,
  };
}

function push(lists: Map<number, number[]>, key: number, place: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [place]);
  else if (list.at(-1) !== place) list.push(place);
}

function inside(maps: Map<number, Map<number, number[]>>, key: number): Map<number, number[]> {
  const map = maps.get(key) ?? new Map<number, number[]>();
  maps.set(key, map);
  return map;
}

/** The newest enabling record, its newest cause, and so on until the anchor. */
function walkBack(recorder: Recorder, window: Window, anchorSeconds: number): number[] {
  const chain: number[] = [];
  let seq = recorder.causesOf(window.when, window.clock).at(-1);
  while (seq !== undefined && !chain.includes(seq)) {
    const record = recorder.records[seq - 1];
    if (!record || record.t < anchorSeconds) break;
    chain.unshift(seq);
    seq = record.because.at(-1);
  }
  return chain;
}
