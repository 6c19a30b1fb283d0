// Names of the events of a trace. Whoever emits an event and whoever refers to one spell it with these.

export const DECLARED = 'declared';
/** The declaration was made by somebody whom another has to confirm. */
export const DECLARED_PROVISIONALLY = 'declared.provisional';
/** Somebody with the right to do so confirmed a provisional declaration. */
export const CONFIRMED = 'confirmed';
/** The first runbook of the incident was opened. */
export const OPENED = 'opened';
export const opened = (runbook: string) => `opened.${runbook}`;
/** The incident entered its current severity. */
export const LEVEL = 'level';
export const level = (severity: string) => `level.${severity}`;
export const RESOLVED = 'resolved';
export const CLOSED = 'closed';

export const pageSent = (role: string) => `page-sent.${role}`;
export const acknowledged = (role: string) => `acknowledged.${role}`;
export const joined = (role: string) => `joined.${role}`;
/** Somebody answered a page for the first time. */
export const FIRST_RESPONSE = 'first-response';
export const designated = (role: string) => `designated.${role}`;
/** The path stayed silent for as long as its takeover waits. */
export const takeoverDue = (path: string) => `takeover-due.${path}`;
/** Nobody on the path answered, and it does not start again. */
export const exhausted = (path: string) => `exhausted.${path}`;
export const COMMAND_ASSUMED = 'command.assumed';
export const COMMAND_PROVISIONAL = 'command.provisional';
export const CHANNEL_OPENED = 'channel.opened';
export const UPDATE_POSTED = 'update.posted';

export const requested = (authority: string) => `requested.${authority}`;
export const approvedBy = (authority: string, roleOrGroup: string) => `approved.${authority}.${roleOrGroup}`;
export const approvedVerbally = (authority: string) => `approved.${authority}.verbal`;
/** A verbal approval was put in writing. */
export const approvedInWriting = (authority: string) => `approved.${authority}.written`;
/** One member of a group signed. */
export const signed = (authority: string, group: string) => `signed.${authority}.${group}`;
/** The delay between approval and execution began. */
export const locked = (authority: string) => `locked.${authority}`;
/** All approvals are given. */
export const authorised = (authority: string) => `authorised.${authority}`;
export const executed = (authority: string) => `executed.${authority}`;
export const cancelled = (authority: string) => `cancelled.${authority}`;

export const stepStarted = (step: string) => `step.${step}.started`;
export const stepDone = (step: string) => `step.${step}`;
export const stepEnded = (step: string, outcome: string) => `step.${step}.${outcome}`;
export const phaseStarted = (phase: string) => `phase.${phase}.started`;
export const phaseDone = (phase: string) => `phase.${phase}.done`;
export const CAUSE_IDENTIFIED = 'cause.identified';
export const causeIdentified = (cause: string) => `cause.${cause}`;
/** The time box for finding the cause ran out. */
export const CAUSE_UNKNOWN = 'cause.unknown';

export const notified = (audience: string) => `notified.${audience}`;
export const messageSent = (message: string) => `sent.${message}`;
export const reviewed = (message: string) => `reviewed.${message}`;
export const milestoneDone = (milestone: string) => `milestone.${milestone}`;

/** A monitor's signal moved to a level, a severity or `ok`. */
export const signalled = (monitor: string, severity: string) => `signal.${monitor}.${severity}`;
export const alerted = (monitor: string, severity: string) => `alert.${monitor}.${severity}`;
export const lost = (capability: string) => `lost.${capability}`;
export const restored = (capability: string) => `restored.${capability}`;
/** A fact came true: the event has its bare name. */
export const factSet = (fact: string) => fact;
