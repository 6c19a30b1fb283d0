import type { Book, Entity } from '../../../model/book.ts';
import { authorised, cancelled, executed, locked } from '../../../model/events.ts';
import type { Authority, RequiredEvidence } from '../../../model/generated/types.ts';
import { all, any, atLeast, type Guard, not } from '../../kernel/guard.ts';
import type { Effect } from '../../kernel/machine.ts';
import { when } from '../builder.ts';
import { lowerCheck } from '../check.ts';
import { happened, type Scene } from '../scene.ts';
import {
  eventsOf,
  inScope,
  type Lowering,
  nameOf,
  register,
  stateOf,
  textOf,
  watchToTheEnd,
} from './register.ts';

export const lowerRequire: Lowering = (scene, invariant) => {
  const before = invariant.before as string;
  const required = (invariant.require ?? []).map((evidence) => evidenceOf(scene, before, evidence));
  lowerCheck(scene, {
    name: nameOf(invariant),
    events: eventsOf(scene, before),
    if: inScope(scene, invariant),
    requires: all(...required),
    tolerate: invariant.tolerate,
    text: textOf(invariant),
    at: invariant.at,
  });
};

/** Each seat of a group signs once for each authority. */
function evidenceOf(scene: Scene, before: string, evidence: RequiredEvidence): Guard {
  if (typeof evidence === 'string')
    return any(...eventsOf(scene, evidence).map((event) => happened(scene, event)));
  return any(
    ...signedFor(scene.book, before, evidence.signed).map(({ id }) =>
      atLeast(scene.b.variable(`signed/${id}/${evidence.signed}`, evidence.count + 1), evidence.count),
    ),
  );
}

/** What was signed for another decision does not count for the one that the event is about; where it is about none, any counts. */
export function signedFor(book: Book, before: string, group: string): Entity<Authority>[] {
  const authorities = [...book.authorities.values()];
  const about = authorities.filter(
    ({ id, cancels }) =>
      [executed(id), authorised(id), locked(id)].includes(before) ||
      (cancels !== undefined && cancelled(cancels) === before),
  );
  return (about.length > 0 ? about : authorities).filter(({ approvals }) =>
    approvals.some((approval) => approval.group === group),
  );
}

export const lowerCount: Lowering = (scene, invariant) => {
  const { b } = scene;
  const kept = register(scene, invariant);
  const { violate } = kept;
  const most = Math.max(invariant.max ?? 0, invariant.min ?? 0) + 1;
  const counter = b.variable(`count/${invariant.id}`, most + 1);
  for (const event of eventsOf(scene, invariant.count as string))
    b.on(
      event,
      when(inScope(scene, invariant), { op: 'add', variable: counter, by: 1 }),
      ...(invariant.max === undefined ? [] : [when(atLeast(counter, invariant.max + 1), violate)]),
    );
  if (invariant.min !== undefined) b.on('closed', when(not(atLeast(counter, invariant.min)), violate));
  watchToTheEnd(scene, invariant, kept);
};

/** Each event, the first time that it happens, finds none of the later ones before it. */
export const lowerOrder: Lowering = (scene, invariant) => {
  const { b } = scene;
  const { violate, meet } = register(scene, invariant);
  const order = invariant.order ?? [];
  const came = (index: number): string => `came/${invariant.id}/${index}`;
  order.forEach((event, index) => {
    const later = order.slice(index + 1).map((_, after) => b.is(came(index + 1 + after)));
    const first: Effect[] = [
      ...(later.length === 0 ? [] : [when(any(...later), violate)]),
      ...(index === 0 ? [] : [when(inScope(scene, invariant), meet)]),
      b.set(came(index)),
    ];
    for (const name of eventsOf(scene, event)) b.on(name, when(b.is(came(index), 0), ...first));
  });
};

export const lowerByClose: Lowering = (scene, invariant) => {
  const kept = register(scene, invariant);
  const seen = stateOf(scene, invariant.by_close as string);
  scene.b.on('closed', when(all(kept.isOpen, not(seen)), kept.violate));
  watchToTheEnd(scene, invariant, kept);
};

/** At most one of the events happens at all; exactly one: some one of them before the incident closes. */
export const lowerOneOf =
  (key: 'exactly_one' | 'at_most_one'): Lowering =>
  (scene, invariant) => {
    const kept = register(scene, invariant);
    const events = (invariant[key] ?? []).flatMap((event) => eventsOf(scene, event));
    for (const event of events) {
      const others = events.filter((other) => other !== event).map((other) => happened(scene, other));
      scene.b.on(event, when(any(...others), kept.violate));
    }
    if (key === 'exactly_one') {
      const none = not(any(...events.map((event) => happened(scene, event))));
      scene.b.on('closed', when(all(kept.isOpen, none), kept.violate));
    }
    watchToTheEnd(scene, invariant, kept);
  };
