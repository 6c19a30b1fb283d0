import { longestSeconds, shortestSeconds } from '../../model/calendar.ts';
import { parseDuration } from '../../model/duration.ts';
import type { AtClose, PromiseBound, Tolerate } from '../../model/generated/types.ts';
import type { At } from '../../model/position.ts';
import { all, type Guard, not } from '../kernel/guard.ts';
import { PROMISE } from '../kernel/machine.ts';
import { when } from './builder.ts';
import type { Scene } from './scene.ts';
import { ofDeadline } from './tolerance.ts';

/** A deadline as a construct of the book states it. */
export interface Deadline {
  readonly name: string;
  readonly by: string;
  /** Anchor events; the first that comes opens it, once per incident (D19). */
  readonly from: readonly string[];
  /** Read at the anchor: otherwise the promise does not open. */
  readonly if?: Guard;
  /** The first of these discharges it. */
  readonly expects: readonly string[];
  readonly unless?: string | undefined;
  /** Every anchor opens it again once it is settled; while it is open, the older deadline stands. */
  readonly repeat?: boolean;
  readonly atClose: AtClose;
  readonly tolerate?: Tolerate | undefined;
  readonly text: string;
  readonly at: At;
}

/** idle -> open at the anchor -> met | violated by a tick past the bound | excused (semantics of a promise's life). */
export function lowerPromise(scene: Scene, deadline: Deadline): void {
  const { b } = scene;
  const name = `promise/${deadline.name}`;
  const variable = b.variable(name, 5);
  const [only] = deadline.from;
  const shared = deadline.from.length === 1 && only !== undefined && !deadline.repeat;
  const fresh = deadline.repeat ? not(b.is(name, PROMISE.open)) : b.is(name, PROMISE.idle);
  const clock = shared ? anchorClock(scene, only) : name;
  for (const event of new Set(deadline.from))
    b.on(
      event,
      when(all(fresh, deadline.if ?? all()), b.set(name, PROMISE.open), ...(shared ? [] : [b.start(clock)])),
    );
  for (const event of deadline.expects) b.on(event, when(b.is(name, PROMISE.open), b.set(name, PROMISE.met)));
  if (deadline.unless !== undefined)
    b.on(deadline.unless, when(b.is(name, PROMISE.open), b.set(name, PROMISE.excused)));
  closing(scene, name, deadline.atClose);
  const length = parseDuration(deadline.by);
  b.promise({
    name: deadline.name,
    variable,
    clock: b.clock(clock),
    seconds: shortestSeconds(length, scene.book.manifest.calendar),
    longest: longestSeconds(length, scene.book.manifest.calendar),
    businessDays: 'businessDays' in length ? length.businessDays : undefined,
    expects: deadline.expects,
    atClose: deadline.atClose,
    tolerance: ofDeadline(deadline.tolerate),
    text: deadline.text,
    at: deadline.at,
  });
}

/** What closing the incident does to an open promise (D22). */
export function closing({ b, closingWaitsFor }: Scene, name: string, atClose: AtClose): void {
  if (atClose === 'excused') b.on('closed', when(b.is(name, PROMISE.open), b.set(name, PROMISE.excused)));
  if (atClose === 'blocks') closingWaitsFor.push(not(b.is(name, PROMISE.open)));
}

/** Eight promises from one event share one clock (D3). */
function anchorClock({ b }: Scene, event: string): string {
  const clock = `since/${event}`;
  b.on(event, b.startOnce(clock));
  return clock;
}

/** What a step, a row of a table or a path states as `within`. */
export function promiseOf(
  scene: Scene,
  bound: PromiseBound,
  rest: Omit<Deadline, 'by' | 'from' | 'atClose'> & {
    readonly from?: readonly string[];
    readonly atClose?: AtClose;
  },
): void {
  lowerPromise(scene, {
    ...rest,
    by: bound.by,
    from: rest.from ?? [bound.from],
    atClose: bound.at_close ?? rest.atClose ?? 'excused',
    tolerate: bound.tolerate,
  });
}
