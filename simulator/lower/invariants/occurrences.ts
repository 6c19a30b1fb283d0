import type { RequiredEvidence } from '../../../model/generated/types.ts';
import { all, any, atLeast, type Guard, not } from '../../kernel/guard.ts';
import type { Effect } from '../../kernel/machine.ts';
import { when } from '../builder.ts';
import { lowerCheck } from '../check.ts';
import { happened, type Scene } from '../scene.ts';
import { eventsOf, type Lowering, nameOf, register, stateOf, textOf } from './register.ts';

export const lowerRequire: Lowering = (scene, invariant) => {
  const required = (invariant.require ?? []).map((evidence) => evidenceOf(scene, evidence));
  for (const event of eventsOf(scene, invariant.before as string))
    lowerCheck(scene, {
      name: nameOf(invariant),
      event,
      requires: all(...required),
      text: textOf(invariant),
      at: invariant.at,
    });
};

/** Signatures of one group for any authority count, each seat once for each authority. */
function evidenceOf(scene: Scene, evidence: RequiredEvidence): Guard {
  if (typeof evidence === 'string')
    return any(...eventsOf(scene, evidence).map((event) => happened(scene, event)));
  const authorities = [...scene.book.authorities.values()].filter((authority) =>
    authority.approvals.some((approval) => approval.group === evidence.signed),
  );
  return any(
    ...authorities.map(({ id }) =>
      atLeast(scene.b.variable(`signed/${id}/${evidence.signed}`, evidence.count + 1), evidence.count),
    ),
  );
}

export const lowerCount: Lowering = (scene, invariant) => {
  const { b } = scene;
  const { violate, meet } = register(scene, invariant);
  const most = Math.max(invariant.max ?? 0, invariant.min ?? 0) + 1;
  const counter = b.variable(`count/${invariant.id}`, most + 1);
  for (const event of eventsOf(scene, invariant.count as string))
    b.on(
      event,
      { op: 'add', variable: counter, by: 1 },
      ...(invariant.max === undefined ? [] : [when(atLeast(counter, invariant.max + 1), violate)]),
    );
  if (invariant.min !== undefined) b.on('closed', when(not(atLeast(counter, invariant.min)), violate));
  b.on('closed', meet);
};

/** Each event, when it happens, finds none of the later ones before it. */
export const lowerOrder: Lowering = (scene, invariant) => {
  const { violate, meet } = register(scene, invariant);
  const order = invariant.order ?? [];
  order.forEach((event, index) => {
    const later = order.slice(index + 1).flatMap((name) => eventsOf(scene, name));
    const tooLate = later.map((name): Effect => when(happened(scene, name), violate));
    for (const name of eventsOf(scene, event)) scene.b.on(name, ...tooLate, ...(index > 0 ? [meet] : []));
  });
};

export const lowerByClose: Lowering = (scene, invariant) => {
  const { violate, meet } = register(scene, invariant);
  const seen = stateOf(scene, invariant.by_close as string);
  scene.b.on('closed', when(not(seen), violate), when(seen, meet));
};
/** At most one of the events happens at all; exactly one: some one of them before the incident closes. */
export const lowerOneOf =
  (key: 'exactly_one' | 'at_most_one'): Lowering =>
  (scene, invariant) => {
    const { violate, meet } = register(scene, invariant);
    const events = (invariant[key] ?? []).flatMap((event) => eventsOf(scene, event));
    for (const event of events) {
      const others = events.filter((other) => other !== event).map((other) => happened(scene, other));
      scene.b.on(event, when(any(...others), violate), meet);
    }
    if (key === 'exactly_one')
      scene.b.on('closed', when(not(any(...events.map((event) => happened(scene, event)))), violate));
  };
