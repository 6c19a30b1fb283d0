import type { Book, BookTables, Entity } from './book.ts';
import * as event from './events.ts';
import type { Authority, RunbookDocument } from './generated/types.ts';

/** Every event name that a run of this book can produce. */
export function bookEvents(book: BookTables & Pick<Book, 'factNames'>): ReadonlySet<string> {
  return new Set([
    ...[event.DECLARED, event.OPENED, event.LEVEL, event.RESOLVED, event.CLOSED, event.FIRST_RESPONSE],
    ...incidentEvents(book),
    ...peopleEvents(book),
    ...[...book.authorities.values()].flatMap(authorityEvents),
    ...[...book.runbooks.values()].flatMap(runbookEvents),
    ...[...book.audiences.keys()].map(event.notified),
    ...[...book.messages.keys()].map(event.messageSent),
    ...[...book.messages.keys()].map(event.reviewed),
    ...[...book.milestones.keys()].map(event.milestoneDone),
    ...worldEvents(book),
  ]);
}

/**
 * Every event that a book of these ids can speak of, even where it says nothing that makes one happen: the approval of a role
 * that an authority does not ask, the timelock of one that has none. `happening`: those of `bookEvents`.
 */
export function eventsThatCanBeNamed(book: BookTables, happening: ReadonlySet<string>): ReadonlySet<string> {
  const approvers = [...book.roles.keys(), ...book.groups.keys()];
  return new Set([
    ...happening,
    ...[event.DECLARED_PROVISIONALLY, event.CONFIRMED, event.COMMAND_ASSUMED, event.COMMAND_PROVISIONAL],
    ...[event.CHANNEL_OPENED, event.UPDATE_POSTED],
    ...[...book.roles.keys()].map(event.designated),
    ...[...book.paths.keys()].flatMap((path) => [event.takeoverDue(path), event.exhausted(path)]),
    ...[...book.authorities.keys()].flatMap((id) => [
      ...approvers.map((approver) => event.approvedBy(id, approver)),
      ...[event.approvedVerbally(id), event.approvedInWriting(id), event.locked(id), event.cancelled(id)],
      ...[...book.groups.keys()].map((group) => event.signed(id, group)),
    ]),
  ]);
}

function incidentEvents(book: BookTables): string[] {
  return [
    ...[...book.severities.keys()].map(event.level),
    ...(book.declaration ? [event.DECLARED_PROVISIONALLY, event.CONFIRMED] : []),
    ...(book.commander ? [event.COMMAND_ASSUMED] : []),
    ...(book.warRoom ? [event.CHANNEL_OPENED] : []),
    ...(book.cadence ? [event.UPDATE_POSTED] : []),
  ];
}

function peopleEvents(book: BookTables): string[] {
  const roles = [...book.roles.values()];
  const paths = [...book.paths.values()];
  const takeovers = paths.filter(({ takeover }) => takeover);
  return [
    ...roles.flatMap(({ id }) => [event.pageSent(id), event.acknowledged(id), event.joined(id)]),
    ...[...book.groups.keys()].map(event.pageSent),
    ...roles.filter(({ designated }) => designated).map(({ id }) => event.designated(id)),
    ...takeovers.map(({ id }) => event.takeoverDue(id)),
    ...(takeovers.length > 0 ? [event.COMMAND_PROVISIONAL] : []),
    ...paths.filter(({ loop }) => loop !== 'until-acknowledged').map(({ id }) => event.exhausted(id)),
  ];
}

function authorityEvents({ id, approvals, timelock }: Entity<Authority>): string[] {
  const approvers = approvals.flatMap(({ role, any_of = [], group }) =>
    [role ?? [], ...any_of, group ?? []].flat(),
  );
  return [
    event.requested(id),
    event.authorised(id),
    event.executed(id),
    ...approvers.map((approver) => event.approvedBy(id, approver)),
    ...(approvals.some((approval) => approval.or)
      ? [event.approvedVerbally(id), event.approvedInWriting(id)]
      : []),
    ...approvals.flatMap(({ group }) => (group === undefined ? [] : [event.signed(id, group)])),
    ...(timelock ? [event.locked(id), event.cancelled(id)] : []),
  ];
}

function runbookEvents({ id, phases, causes }: Entity<RunbookDocument>): string[] {
  const steps = phases.flatMap((phase) => phase.steps);
  return [
    event.opened(id),
    ...phases.flatMap((phase) => [event.phaseStarted(phase.id), event.phaseDone(phase.id)]),
    ...steps.flatMap((step) => [
      event.stepStarted(step.id),
      event.stepDone(step.id),
      ...Object.keys(step.outcomes ?? {}).map((outcome) => event.stepEnded(step.id, outcome)),
    ]),
    ...(causes ? [event.CAUSE_IDENTIFIED, ...Object.keys(causes.values).map(event.causeIdentified)] : []),
    ...(causes?.unknown ? [event.CAUSE_UNKNOWN] : []),
  ];
}

function worldEvents(book: BookTables & Pick<Book, 'factNames'>): string[] {
  const capabilities = [...book.capabilities.keys()];
  return [
    ...[...book.monitors.values()].flatMap(({ id, thresholds }) => [
      event.signalled(id, 'ok'),
      ...Object.keys(thresholds).flatMap((severity) => [
        event.signalled(id, severity),
        event.alerted(id, severity),
      ]),
    ]),
    ...capabilities.map(event.lost),
    ...capabilities.map(event.restored),
    ...[...book.factNames].map(event.factSet),
  ];
}
