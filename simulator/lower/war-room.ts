import { parseSeconds } from '../../model/duration.ts';
import { under } from '../../model/position.ts';
import { all, any } from '../kernel/guard.ts';
import { PROMISE } from '../kernel/machine.ts';
import { expandRecipients } from '../page-plan.ts';
import { lowerAct } from './act.ts';
import { when } from './builder.ts';
import { engage, holdersOf, isEngaged, personOwner, standing, titleOf } from './people.ts';
import { promiseOf } from './promise.ts';
import { happened, isDeclared, type Scene, severityIs } from './scene.ts';
import { ofDeadline } from './tolerance.ts';

/** The incident channel is opened by its owner; each responder joins from his own acknowledgement on. */
export function lowerWarRoom(scene: Scene): void {
  const { b, book } = scene;
  const room = book.warRoom;
  if (!room) return;
  const called = all(isDeclared(scene), any(...room.levels.map((level) => severityIs(scene, level))));
  const levels = room.levels.map((level) => `level.${level}`);
  const from = (event: string) => (event === 'level' ? levels : [event]);
  lowerAct(scene, {
    name: 'open-channel',
    by: holdersOf(scene, room.open.by),
    possible: called,
    answers: room.open.answers,
    ways: [
      {
        name: 'opens',
        effects: () => [b.emit('channel.opened', { kind: 'channel', text: 'opens the incident channel' })],
      },
    ],
    text: 'opens the incident channel',
    at: under(room.at, 'open'),
  });
  if (room.open.within)
    promiseOf(scene, room.open.within, {
      name: 'open-channel',
      from: from(room.open.within.from),
      if: called,
      expects: ['channel.opened'],
      text: `the incident channel is open within ${room.open.within.by}`,
      at: under(room.at, 'open', 'within'),
    });
  for (const role of expandRecipients(book, room.join.who).roles) {
    const joined = `joined.${role}`;
    lowerAct(scene, {
      name: `join/${role}`,
      by: holdersOf(scene, role),
      possible: called,
      answers: room.join.answers,
      ways: [
        {
          name: 'joins',
          effects: () => [
            b.emit(joined, {
              kind: 'joined',
              subject: role,
              text: `joins the war room as ${titleOf(book, role)}`,
            }),
          ],
        },
      ],
      text: `joins the war room as ${titleOf(book, role)}`,
      at: under(room.at, 'join'),
    });
    promiseOf(scene, room.join.within, {
      name: `join/${role}`,
      from: from(room.join.within.from),
      if: called,
      expects: [joined],
      text: `${titleOf(book, role)} joins within ${room.join.within.by}`,
      at: under(room.at, 'join', 'within'),
    });
  }
}

/** A role that is given during the incident: an act of the role that gives it; the one who is named knows by that. */
export function lowerDesignations(scene: Scene): void {
  const { b, book } = scene;
  for (const [role, { designated, held_by, title, at }] of book.roles) {
    if (!designated) continue;
    lowerAct(scene, {
      name: `designate/${role}`,
      by: holdersOf(scene, designated.by),
      possible: happened(scene, designated.from),
      answers: designated.answers,
      ways: [
        {
          name: 'designates',
          effects: () => [
            b.set(`designated/${role}`),
            engage(scene, held_by),
            b.emit(`designated.${role}`, { kind: 'designated', subject: role, text: `designates ${title}` }),
          ],
        },
      ],
      text: `designates ${title}`,
      at: under(at, 'designated'),
    });
  }
}

/**
 * Regular updates: one clock since the last post, restarted by a raise. A missed post is a broken promise; the next post opens
 * it again, so that every gap is counted.
 */
export function lowerCadence(scene: Scene): void {
  const { b, book } = scene;
  const cadence = book.cadence;
  if (!cadence) return;
  const clock = 'since/update';
  const poster = cadence.by === 'commander' ? (book.commander ?? cadence.by) : cadence.by;
  const lead = cadence.lead === undefined ? 0 : parseSeconds(cadence.lead);
  const names = Object.keys(cadence.every).map((level) => `promise/update/${level}`);
  const end = (name: string) => when(b.is(name, PROMISE.open), b.set(name, PROMISE.met));
  for (const [level, every] of Object.entries(cadence.every)) {
    const name = `promise/update/${level}`;
    const variable = b.variable(name, 5);
    const seconds = parseSeconds(every);
    const inForce = all(severityIs(scene, level), b.is('resolved', 0));
    const at = under(cadence.at, 'every', level);
    b.on(
      `level.${level}`,
      ...names.filter((other) => other !== name).map(end),
      when(b.is('resolved', 0), b.set(name, PROMISE.open), b.start(clock)),
    );
    b.on('update.posted', when(inForce, b.set(name, PROMISE.open), b.start(clock)));
    b.on('resolved', end(name));
    b.on('closed', end(name));
    for (const holder of holdersOf(scene, poster))
      b.window({
        site: `update/${level}`,
        doing: 'act',
        owner: personOwner(scene, holder.person),
        when: all(inForce, holder.when, isEngaged(scene, holder.person)),
        clock: b.clock(clock),
        lo: Math.max(0, seconds - lead),
        hi: seconds,
        alternatives: [
          {
            name: 'posts',
            effects: [b.emit('update.posted', { kind: 'update', text: 'posts a status update' })],
          },
        ],
        acts: standing(holder),
        at,
        text: 'posts a status update',
      });
    b.promise({
      name: `update/${level}`,
      variable,
      clock: b.clock(clock),
      seconds,
      expects: ['update.posted'],
      atClose: 'excused',
      tolerance: ofDeadline(cadence.tolerate),
      text: `an update every ${every} at ${level}`,
      at,
    });
  }
}
