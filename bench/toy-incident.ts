import { push, type Timed } from './binary-heap.ts';

/** Where the toy differs from run to run: the same two questions that the engine's chooser answers. Minutes. */
export interface Answers {
  /** Age at which the person does it, counted from `start`; undefined: never. */
  time(site: string, person: string, start: number, now: number, lo: number, hi: number): number | undefined;
  choose(site: string, now: number, n: number): number;
}

export interface PlainRecord {
  readonly t: number;
  readonly kind: string;
  readonly event: string;
  readonly by: string | undefined;
}

export type Person = 'ada' | 'ben' | 'cyd';
export type PromiseName = 'acknowledge' | 'verify' | 'P0' | 'P1';

interface Promised {
  readonly label: string;
  status: 'idle' | 'open' | 'met' | 'violated' | 'excused';
  due: Timed | undefined;
}

export interface Page {
  readonly role: 'commander' | 'engineer';
  readonly person: Person;
  acknowledged: boolean;
  asked: Timed | undefined;
  timer: Timed | undefined;
}

/** One incident of bench/toy while it runs. */
export interface Incident {
  readonly answers: Answers;
  readonly heap: Timed[];
  readonly trace: PlainRecord[];
  readonly failed: Record<Person, boolean>;
  readonly engaged: Record<Person, boolean>;
  readonly updates: Record<Person, Timed | undefined>;
  readonly closes: Record<Person, Timed | undefined>;
  readonly promises: Record<PromiseName, Promised>;
  readonly commander: Page;
  readonly engineer: Page;
  now: number;
  level: 'P0' | 'P1';
  command: 'nobody' | 'commander' | 'provisional';
  answered: boolean;
  resolved: boolean;
  closed: boolean;
  /** When the last update went out, or the level was entered. */
  posted: number;
  takeover: Timed | undefined;
  raising: Timed | undefined;
}

/** Ranks within one instant, as the engine orders it: people in the order of the book, those who are late, timers, promises. */
export const RANK = {
  page: { commander: 0, engineer: 2 },
  takeover: 1,
  step: 3,
  update: { ada: 20, ben: 20, cyd: 21 },
  close: { ada: 22, ben: 22, cyd: 23 },
  late: 100,
  raise: 200,
  timeout: { commander: 201, engineer: 203 },
  takeoverDue: 202,
  promise: { acknowledge: 300, verify: 301, P0: 302, P1: 303 },
} as const;

export function newIncident(answers: Answers): Incident {
  const promised = (label: string): Promised => ({ label, status: 'idle', due: undefined });
  const page = (role: Page['role'], person: Person): Page => ({
    role,
    person,
    acknowledged: false,
    asked: undefined,
    timer: undefined,
  });
  return {
    answers,
    heap: [],
    trace: [],
    failed: { ada: false, ben: false, cyd: false },
    engaged: { ada: false, ben: false, cyd: false },
    updates: { ada: undefined, ben: undefined, cyd: undefined },
    closes: { ada: undefined, ben: undefined, cyd: undefined },
    promises: {
      acknowledge: promised('acknowledge/wake-commander'),
      verify: promised('step/verify'),
      P0: promised('update/P0'),
      P1: promised('update/P1'),
    },
    commander: page('commander', 'ada'),
    engineer: page('engineer', 'ben'),
    now: 0,
    level: 'P1',
    command: 'nobody',
    answered: false,
    resolved: false,
    closed: false,
    posted: 0,
    takeover: undefined,
    raising: undefined,
  };
}

export function record(incident: Incident, kind: string, event: string, by?: string): void {
  incident.trace.push({ t: incident.now, kind, event, by });
}

export function at({ heap }: Incident, time: number, rank: number, run: () => void): Timed {
  const item = { time, rank, run, cancelled: false };
  push(heap, item);
  return item;
}

export function cancel(item: Timed | undefined): undefined {
  if (item) item.cancelled = true;
  return undefined;
}

/** A person has something to do between lo and hi, counted from `start`; whoever has not done it by hi has failed. */
export function ask(
  incident: Incident,
  site: string,
  person: Person,
  start: number,
  lo: number,
  hi: number,
  rank: number,
  run: () => void,
): Timed {
  const { now, failed } = incident;
  const age = incident.answers.time(site, person, start, now, lo, hi);
  if (age !== undefined) return at(incident, Math.max(now, start + age), rank, run);
  return at(incident, Math.max(now, start + hi), RANK.late + rank, () => {
    if (failed[person]) return;
    failed[person] = true;
    record(incident, 'failed', site, person);
  });
}

export function openPromise(incident: Incident, name: PromiseName, minutes: number): void {
  const promise = incident.promises[name];
  cancel(promise.due);
  if (promise.status !== 'open') record(incident, 'promise-opened', promise.label);
  promise.status = 'open';
  promise.due = at(incident, incident.now + minutes, RANK.promise[name], () => {
    promise.status = 'violated';
    record(incident, 'promise-violated', promise.label);
  });
}

export function endPromise(incident: Incident, name: PromiseName, how: 'met' | 'excused'): void {
  const promise = incident.promises[name];
  if (promise.status !== 'open') return;
  cancel(promise.due);
  promise.status = how;
  record(incident, `promise-${how}`, promise.label);
}
