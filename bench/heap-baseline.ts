import { pop, push, type Timed } from './binary-heap.ts';

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

interface Promised {
  status: 'idle' | 'open' | 'met' | 'violated' | 'excused';
  due: Timed | undefined;
}

interface Page {
  readonly role: string;
  readonly person: string;
  acknowledged: boolean;
  asked: Timed | undefined;
  timer: Timed | undefined;
}

type Person = 'ada' | 'ben' | 'cyd';
type Level = 'P0' | 'P1';

interface Step {
  readonly id: string;
  readonly lo: number;
  readonly hi: number;
}

/** Ranks within one instant, as the engine orders it: people in the order of the book, those who are late, timers, promises. */
const RANK = {
  page: { commander: 0, engineer: 2 } as Readonly<Record<string, number>>,
  takeover: 1,
  step: 3,
  update: { ada: 20, ben: 20, cyd: 21 },
  close: { ada: 22, ben: 22, cyd: 23 },
  late: 100,
  raise: 200,
  timeout: { commander: 201, engineer: 203 } as Readonly<Record<string, number>>,
  takeoverDue: 202,
  promise: { acknowledge: 300, verify: 301, P0: 302, P1: 303 },
};

const STEPS: readonly Step[] = [
  { id: 'save-logs', lo: 1, hi: 5 },
  { id: 'find-cause', lo: 5, hi: 15 },
  { id: 'restart', lo: 2, hi: 10 },
  { id: 'verify', lo: 1, hi: 5 },
];

/** One incident of bench/toy, written by hand as such programs are: objects in a binary heap, and closures that fire them. */
export function playToy(answers: Answers, horizon: number): PlainRecord[] {
  const heap: Timed[] = [];
  const trace: PlainRecord[] = [];
  const failed = { ada: false, ben: false, cyd: false };
  const engaged = { ada: false, ben: false, cyd: false };
  const updates: Record<Person, Timed | undefined> = { ada: undefined, ben: undefined, cyd: undefined };
  const closes: Record<Person, Timed | undefined> = { ada: undefined, ben: undefined, cyd: undefined };
  const promises: Record<'acknowledge' | 'verify' | Level, Promised> = {
    acknowledge: { status: 'idle', due: undefined },
    verify: { status: 'idle', due: undefined },
    P0: { status: 'idle', due: undefined },
    P1: { status: 'idle', due: undefined },
  };
  const commander: Page = {
    role: 'commander',
    person: 'ada',
    acknowledged: false,
    asked: undefined,
    timer: undefined,
  };
  const engineer: Page = {
    role: 'engineer',
    person: 'ben',
    acknowledged: false,
    asked: undefined,
    timer: undefined,
  };
  let now = 0;
  let level: Level = 'P1';
  let command: 'nobody' | 'commander' | 'provisional' = 'nobody';
  let answered = false;
  let resolved = false;
  let closed = false;
  let posted = 0;
  let takeover: Timed | undefined;

  const record = (kind: string, event: string, by?: string): void => {
    trace.push({ t: now, kind, event, by });
  };
  const at = (time: number, rank: number, run: () => void): Timed => {
    const item = { time, rank, run, cancelled: false };
    push(heap, item);
    return item;
  };
  const cancel = (item: Timed | undefined): undefined => {
    if (item) item.cancelled = true;
    return undefined;
  };
  /** A person has something to do between lo and hi, counted from `start`; whoever has not done it by hi has failed. */
  const ask = (
    site: string,
    person: Person,
    start: number,
    lo: number,
    hi: number,
    rank: number,
    run: () => void,
  ): Timed => {
    const age = answers.time(site, person, start, now, lo, hi);
    if (age !== undefined) return at(Math.max(now, start + age), rank, run);
    return at(Math.max(now, start + hi), RANK.late + rank, () => {
      if (failed[person]) return;
      failed[person] = true;
      record('failed', site, person);
    });
  };

  const openPromise = (name: keyof typeof promises, label: string, by: number): void => {
    const promise = promises[name];
    cancel(promise.due);
    const again = promise.status === 'open';
    promise.status = 'open';
    promise.due = at(now + by, RANK.promise[name], () => {
      promise.status = 'violated';
      record('promise-violated', label);
    });
    if (!again) record('promise-opened', label);
  };
  const endPromise = (name: keyof typeof promises, label: string, how: 'met' | 'excused'): void => {
    const promise = promises[name];
    if (promise.status !== 'open') return;
    cancel(promise.due);
    promise.status = how;
    record(`promise-${how}`, label);
  };

  const sendPage = (page: Page): void => {
    const site = `page/wake-${page.role}/1/${page.person}`;
    cancel(page.asked);
    record('page-sent', `page-sent.${page.role}`, pageSender);
    page.asked = ask(site, page.person as Person, now, 0, 5, RANK.page[page.role] as number, () =>
      acknowledge(page),
    );
    page.timer = at(now + 15, RANK.timeout[page.role] as number, () => {
      pageSender = 'machine';
      sendPage(page);
    });
  };
  let pageSender = 'nature';
  const acknowledge = (page: Page): void => {
    page.acknowledged = true;
    cancel(page.timer);
    engaged[page.person as Person] = true;
    record('acknowledged', `acknowledged.${page.role}`, page.person);
    if (!answered) {
      answered = true;
      record('first-response', 'first-response', page.person);
    }
    if (page === engineer) return startStep(0);
    command = 'commander';
    takeover = cancel(takeover);
    record('command', 'command.assumed', 'ada');
    endPromise('acknowledge', 'acknowledge/wake-commander', 'met');
    handOver();
  };
  /** Command changed hands: what the commander has to do is another person's now. */
  const handOver = (): void => {
    updates.cyd = cancel(updates.cyd);
    closes.cyd = cancel(closes.cyd);
    if (resolved) askToClose();
    else askForUpdate();
  };
  const takeoverDue = (): void => {
    record('takeover-due', 'takeover-due.wake-commander', 'machine');
    takeover = ask('takeover/wake-commander', 'cyd', now, 0, 5, RANK.takeover, () => {
      command = 'provisional';
      engaged.cyd = true;
      record('command', 'command.provisional', 'cyd');
      if (resolved) askToClose();
      else askForUpdate();
    });
  };
  const inCommand = (): Person | undefined => {
    if (command === 'provisional') return 'cyd';
    return engaged.ada ? 'ada' : undefined;
  };

  const askForUpdate = (): void => {
    const person = inCommand();
    if (person === undefined) return;
    cancel(updates[person]);
    updates[person] = ask(`update/${level}`, person, posted, 10, 15, RANK.update[person], () => {
      record('update', 'update.posted', person);
      startCadence();
      askForUpdate();
    });
  };
  const startCadence = (): void => {
    posted = now;
    openPromise(level, `update/${level}`, 15);
  };
  const raise = (): void => {
    level = 'P0';
    record('level', 'level.P0', 'machine');
    updates.ada = cancel(updates.ada);
    updates.cyd = cancel(updates.cyd);
    startCadence();
    endPromise('P1', 'update/P1', 'met');
    askForUpdate();
  };

  const startStep = (index: number): void => {
    const step = STEPS[index] as Step;
    ask(`step/${step.id}/start`, 'ben', now, 0, 0, RANK.step, () => {
      record('step-started', `step.${step.id}.started`, 'ben');
      ask(`step/${step.id}`, 'ben', now, step.lo, step.hi, RANK.step, () => endStep(index, step));
    });
  };
  const endStep = (index: number, step: Step): void => {
    record('step-done', `step.${step.id}`, 'ben');
    if (step.id === 'restart') {
      const up = answers.choose('step/restart', now, 2) === 0;
      record('outcome', `step.restart.${up ? 'up' : 'still-down'}`, 'ben');
      if (!up) return startStep(index - 1);
      record('fact', 'service-up', 'ben');
    }
    if (index + 1 < STEPS.length) startStep(index + 1);
    else finish();
  };
  const finish = (): void => {
    record('fact', 'verified', 'ben');
    endPromise('verify', 'step/verify', 'met');
    record('phase', 'phase.respond.done');
    record('resolved', 'resolved');
    resolved = true;
    cancel(raising);
    updates.ada = cancel(updates.ada);
    updates.cyd = cancel(updates.cyd);
    endPromise('P0', 'update/P0', 'met');
    endPromise('P1', 'update/P1', 'met');
    askToClose();
  };
  const askToClose = (): void => {
    const person = inCommand();
    if (person === undefined) return;
    closes[person] = ask('close', person, now, 0, 5, RANK.close[person], () => {
      closed = true;
      record('closed', 'closed', person);
      endPromise('acknowledge', 'acknowledge/wake-commander', 'excused');
    });
  };

  record('declared', 'declared', 'nature');
  record('opened', 'opened.service-down', 'nature');
  record('level', 'level.P1', 'nature');
  sendPage(commander);
  sendPage(engineer);
  openPromise('acknowledge', 'acknowledge/wake-commander', 5);
  openPromise('verify', 'step/verify', 60);
  startCadence();
  record('phase', 'phase.respond.started');
  const raising = at(60, RANK.raise, raise);
  at(15, RANK.takeoverDue, () => {
    if (command === 'nobody' && !commander.acknowledged) takeoverDue();
  });
  while (!closed) {
    const next = pop(heap);
    if (!next || next.time > horizon || (next.time === horizon && next.rank >= RANK.promise.acknowledge))
      break;
    if (next.cancelled) continue;
    now = next.time;
    next.run();
  }
  return trace;
}
