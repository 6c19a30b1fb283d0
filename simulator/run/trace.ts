import { inIncident } from '../incident-name.ts';

/** Version of the trace format; the list of kinds below is part of it. */
export const TRACE_VERSION = 1;

/** What each kind of record says. Documentation and the reference page are generated from this table. */
export const TRACE_KINDS = {
  inject: 'the facilitator brings something in',
  signal: 'what a monitor watches moved to a level',
  alert: 'a monitor alerted',
  declared: 'the incident is declared',
  level: 'the incident entered a severity level',
  opened: 'a runbook was opened',
  paged: 'a page went out on an escalation path',
  'page-sent': 'a page went to a role or a group',
  acknowledged: 'somebody answered a page',
  'first-response': 'the first answer to any page',
  exhausted: 'a path has nobody left to page',
  'takeover-due': 'a path stayed silent, somebody else is to command',
  command: 'somebody took command',
  confirmed: 'a provisional declaration was confirmed',
  channel: 'the incident channel was opened',
  joined: 'a responder joined the war room',
  designated: 'a role was given to somebody',
  update: 'a status update was posted',
  phase: 'a phase began or ended',
  'step-started': 'somebody began a step',
  'step-done': 'a step is done',
  outcome: 'a step ended in this way',
  cause: 'the cause was identified, or its time box ran out',
  requested: 'the approvals of an authority were asked for',
  approved: 'an approval was given, or a quorum reached',
  signed: 'a member of a group signed',
  authorised: 'an authority has all its approvals',
  locked: 'a timelock began',
  cancelled: 'what was waiting in a timelock will not come',
  executed: 'what an authority allows was carried out',
  notified: 'an audience was told',
  sent: 'a message went out',
  reviewed: 'a message was reviewed',
  lost: 'a capability was lost',
  restored: 'a capability came back',
  fact: 'a fact became true',
  resolved: 'the incident is resolved',
  closed: 'the incident is closed',
  milestone: 'a post-incident milestone is done',
  failed: 'somebody missed the pace the book assumes',
  'promise-opened': 'a promise began to run',
  'promise-met': 'a promise was kept',
  'promise-violated': 'a promise broke',
  'promise-excused': 'a promise no longer applies',
} as const;

export type TraceKind = keyof typeof TRACE_KINDS;

/** One line of a trace. */
export interface TraceRecord {
  /** From 1, in the order in which things happened. */
  readonly seq: number;
  /** Seconds since the run began. */
  readonly t: number;
  readonly kind: TraceKind;
  /** The event's or the promise's name. */
  readonly event: string;
  /** Where several incidents go on at once: whose it is. What the world does is nobody's. */
  readonly incident?: string;
  readonly subject?: string;
  /** The person, group, `machine` or `nature` that did it. */
  readonly by?: string;
  /** The window that fired. */
  readonly site?: string;
  readonly text: string;
  /** Records that made this one possible. */
  readonly because: readonly number[];
  /** Of a promise: when it is due, in seconds. */
  readonly due?: number;
}

/** What a record is about, as the machine names it. */
export const fullName = ({ incident, event }: Pick<TraceRecord, 'incident' | 'event'>): string =>
  inIncident(incident, event);

/** Names the run that a trace records. */
export interface TraceHeader {
  readonly book: string;
  readonly scenario: string;
  readonly starts: string;
}

/** JSON Lines: a header line, then a line a record; the same run gives the same bytes. */
export const writeTrace = (header: TraceHeader, records: readonly TraceRecord[]): string =>
  `${[{ kind: 'trace', version: TRACE_VERSION, ...header }, ...records].map((line) => JSON.stringify(line)).join('\n')}\n`;

/** Kinds whose `event` is the name of a promise. */
export const PROMISE_KINDS: ReadonlySet<TraceKind> = new Set([
  'promise-opened',
  'promise-met',
  'promise-violated',
  'promise-excused',
]);
