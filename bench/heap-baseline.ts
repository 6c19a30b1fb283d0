import { pop } from './binary-heap.ts';
import {
  type Answers,
  ask,
  at,
  cancel,
  endPromise,
  type Incident,
  newIncident,
  openPromise,
  type Page,
  type Person,
  type PlainRecord,
  RANK,
  record,
} from './toy-incident.ts';

const STEPS = [
  { id: 'save-logs', lo: 1, hi: 5 },
  { id: 'find-cause', lo: 5, hi: 15 },
  { id: 'restart', lo: 2, hi: 10 },
  { id: 'verify', lo: 1, hi: 5 },
] as const;

/** One incident of bench/toy, written by hand as such programs are: objects in a binary heap, and closures that fire them. */
export function playToy(answers: Answers, horizon: number): PlainRecord[] {
  const incident = newIncident(answers);
  const { heap, trace } = incident;
  declare(incident);
  while (!incident.closed) {
    const next = pop(heap);
    // A promise whose last instant is the end of the run has not been broken in it.
    if (!next || next.time > horizon) break;
    if (next.time === horizon && next.rank >= RANK.promise.acknowledge) break;
    if (next.cancelled) continue;
    incident.now = next.time;
    next.run();
  }
  return trace;
}

function declare(incident: Incident): void {
  record(incident, 'declared', 'declared', 'nature');
  record(incident, 'opened', 'opened.service-down', 'nature');
  record(incident, 'level', 'level.P1', 'nature');
  sendPage(incident, incident.commander, 'nature');
  sendPage(incident, incident.engineer, 'nature');
  openPromise(incident, 'acknowledge', 5);
  openPromise(incident, 'verify', 60);
  startCadence(incident);
  record(incident, 'phase', 'phase.respond.started');
  incident.raising = at(incident, 60, RANK.raise, () => raise(incident));
  at(incident, 15, RANK.takeoverDue, () => {
    if (incident.command === 'nobody') takeoverDue(incident);
  });
}

function sendPage(incident: Incident, page: Page, by: string): void {
  const { role, person } = page;
  const { now } = incident;
  cancel(page.asked);
  record(incident, 'page-sent', `page-sent.${role}`, by);
  const site = `page/wake-${role}/1/${person}`;
  page.asked = ask(incident, site, person, now, 0, 5, RANK.page[role], () => acknowledge(incident, page));
  page.timer = at(incident, now + 15, RANK.timeout[role], () => sendPage(incident, page, 'machine'));
}

function acknowledge(incident: Incident, page: Page): void {
  page.acknowledged = true;
  cancel(page.timer);
  incident.engaged[page.person] = true;
  record(incident, 'acknowledged', `acknowledged.${page.role}`, page.person);
  if (!incident.answered) {
    incident.answered = true;
    record(incident, 'first-response', 'first-response', page.person);
  }
  if (page.role === 'engineer') startStep(incident, 0);
  else takeCommand(incident);
}

/** What a provisional commander had to do is the commander's now. */
function takeCommand(incident: Incident): void {
  incident.command = 'commander';
  incident.takeover = cancel(incident.takeover);
  record(incident, 'command', 'command.assumed', 'ada');
  endPromise(incident, 'acknowledge', 'met');
  incident.updates.cyd = cancel(incident.updates.cyd);
  incident.closes.cyd = cancel(incident.closes.cyd);
  askCommander(incident);
}

function takeoverDue(incident: Incident): void {
  const { now } = incident;
  record(incident, 'takeover-due', 'takeover-due.wake-commander', 'machine');
  incident.takeover = ask(incident, 'takeover/wake-commander', 'cyd', now, 0, 5, RANK.takeover, () => {
    incident.command = 'provisional';
    incident.engaged.cyd = true;
    record(incident, 'command', 'command.provisional', 'cyd');
    askCommander(incident);
  });
}

function inCommand({ command, engaged }: Incident): Person | undefined {
  if (command === 'provisional') return 'cyd';
  return engaged.ada ? 'ada' : undefined;
}

function askCommander(incident: Incident): void {
  if (incident.resolved) askToClose(incident);
  else askForUpdate(incident);
}

function askForUpdate(incident: Incident): void {
  const person = inCommand(incident);
  if (person === undefined) return;
  const { updates, level, posted } = incident;
  cancel(updates[person]);
  updates[person] = ask(incident, `update/${level}`, person, posted, 10, 15, RANK.update[person], () => {
    record(incident, 'update', 'update.posted', person);
    startCadence(incident);
    askForUpdate(incident);
  });
}

function startCadence(incident: Incident): void {
  incident.posted = incident.now;
  openPromise(incident, incident.level, 15);
}

function raise(incident: Incident): void {
  incident.level = 'P0';
  record(incident, 'level', 'level.P0', 'machine');
  incident.updates.ada = cancel(incident.updates.ada);
  incident.updates.cyd = cancel(incident.updates.cyd);
  startCadence(incident);
  endPromise(incident, 'P1', 'met');
  askForUpdate(incident);
}

function startStep(incident: Incident, index: number): void {
  const { id, lo, hi } = STEPS[index] as (typeof STEPS)[number];
  ask(incident, `step/${id}/start`, 'ben', incident.now, 0, 0, RANK.step, () => {
    record(incident, 'step-started', `step.${id}.started`, 'ben');
    ask(incident, `step/${id}`, 'ben', incident.now, lo, hi, RANK.step, () => endStep(incident, index, id));
  });
}

function endStep(incident: Incident, index: number, id: string): void {
  record(incident, 'step-done', `step.${id}`, 'ben');
  let next = index + 1;
  if (id === 'restart') {
    const up = incident.answers.choose('step/restart', incident.now, 2) === 0;
    record(incident, 'outcome', `step.restart.${up ? 'up' : 'still-down'}`, 'ben');
    if (up) record(incident, 'fact', 'service-up', 'ben');
    else next = index - 1;
  }
  if (next < STEPS.length) startStep(incident, next);
  else resolve(incident);
}

function resolve(incident: Incident): void {
  record(incident, 'fact', 'verified', 'ben');
  endPromise(incident, 'verify', 'met');
  record(incident, 'phase', 'phase.respond.done');
  record(incident, 'resolved', 'resolved');
  incident.resolved = true;
  cancel(incident.raising);
  incident.updates.ada = cancel(incident.updates.ada);
  incident.updates.cyd = cancel(incident.updates.cyd);
  endPromise(incident, 'P0', 'met');
  endPromise(incident, 'P1', 'met');
  askToClose(incident);
}

function askToClose(incident: Incident): void {
  const person = inCommand(incident);
  if (person === undefined) return;
  incident.closes[person] = ask(incident, 'close', person, incident.now, 0, 5, RANK.close[person], () => {
    incident.closed = true;
    record(incident, 'closed', 'closed', person);
    endPromise(incident, 'acknowledge', 'excused');
  });
}
