import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Authority, TimelockCancel } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, type Guard, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { lowerChoice } from './act.ts';
import { authorised, cancelled, executed, isLocked, request, takesEffect } from './authority-effects.ts';
import { when } from './builder.ts';
import { holdersOf } from './people.ts';
import { factIs, type Scene } from './scene.ts';

/** The delay between approval and execution: it ends by itself, by an override, or by a cancellation, whichever is first. */
export function lowerTimelock(
  scene: Scene,
  authority: Entity<Authority>,
  pending: Guard,
  grant: readonly Effect[],
): void {
  const { b } = scene;
  const { id, at, timelock } = authority;
  if (!timelock) return;
  const locked = `locked/${id}`;
  const length = parseSeconds(timelock.length);
  b.consequence(
    { name: `locked: ${id}`, at: under(at, 'timelock') },
    all(pending, b.is(locked, 0)),
    b.set(locked),
    b.start(locked),
    b.emit(`locked.${id}`, { kind: 'locked', subject: id, text: `timelock starts: ${authority.title}` }),
  );
  b.window({
    site: `timer/${locked}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: isLocked(scene, id),
    clock: b.clock(locked),
    lo: length,
    hi: length,
    alternatives: [{ name: 'unlocks', effects: grant }],
    at: under(at, 'timelock', 'length'),
    text: 'timelock ends',
  });
  if (timelock.override !== undefined) lowerOverride(scene, authority, timelock.override, grant);
  if (timelock.cancel && !isCancelledByAuthority(scene, id)) lowerCancel(scene, authority, timelock.cancel);
}

/** Nobody has to override: whoever commands may ask for it, its own approvals decide, and then the delay is over. */
function lowerOverride(
  scene: Scene,
  { id, at }: Entity<Authority>,
  override: string,
  grant: readonly Effect[],
): void {
  const { b, book } = scene;
  lowerChoice(scene, {
    site: `override/${id}`,
    by: holdersOf(scene, book.commander ?? ''),
    possible: (holder) => all(isLocked(scene, id), holder.when, b.is(`asked/${override}`, 0)),
    name: 'asks',
    effects: request(scene, override),
    text: 'asks for the override of the timelock',
    at: under(at, 'timelock', 'override'),
  });
  b.consequence(
    { name: `overridden: ${id}`, at: under(at, 'timelock', 'override') },
    all(isLocked(scene, id), authorised(scene, override)),
    ...executed(scene, override),
    ...grant,
  );
}

/** Some other authority in the book says that carrying it out cancels this one. */
const isCancelledByAuthority = ({ book }: Scene, id: string): boolean =>
  [...book.authorities.values()].some(({ cancels }) => cancels === id);

/** Members who may cancel, free to do so; each seat once. */
function lowerCancel(scene: Scene, { id, at }: Entity<Authority>, cancel: TimelockCancel): void {
  const { b, book } = scene;
  const { group, at_least } = cancel;
  const seats = book.groups.get(group)?.of ?? at_least;
  const count = `cancels/${id}/${group}`;
  const votes = b.variable(count, at_least + 1);
  b.window({
    site: `cancel/${id}/${group}`,
    doing: 'sign',
    owner: { kind: 'group', id: group, failed: b.variable(`failed/${group}`, seats + 1), seats },
    when: all(isLocked(scene, id), not(b.is(count, at_least))),
    hi: undefined,
    answered: votes,
    alternatives: [
      {
        name: 'cancels',
        effects: [
          { op: 'add', variable: votes, by: 1 },
          when(b.is(count, at_least), ...cancelled(scene, id)),
        ],
      },
    ],
    at: under(at, 'timelock', 'cancel'),
    text: 'votes to cancel',
  });
}

/**
 * An authority that no step names but that another may cancel: it was on its way before anybody looked. It is asked for once
 * its conditions hold, and carried out by itself when it is authorised.
 */
export function lowerPending(scene: Scene, authority: Entity<Authority>): void {
  const { b } = scene;
  const { id, requires, at } = authority;
  const facts = (requires ?? []).map((fact) => factIs(scene, fact));
  if (facts.length > 0)
    b.consequence(
      { name: `submitted: ${id}`, at },
      all(b.is(`asked/${id}`, 0), ...facts),
      ...request(scene, id),
    );
  takesEffect(scene, authority);
}
