import type { Entity } from '../../model/book.ts';
import { longestClosure } from '../../model/calendar.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { RoutingPolicy } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { heldPolicies, type PageLevel, type PagePath, pagedAtOnce, pagePathFor } from '../page-plan.ts';
import { call, callEach, sendLevel } from './calls.ts';
import { paceOf } from './pace.ts';
import { callOf, engage, personOwner, titleOf } from './people.ts';
import { lowerPromise } from './promise.ts';
import { conditionHolds, type Scene, severityIs } from './scene.ts';
import { assumeCommand, lowerTakeover } from './takeover.ts';

/** Pages at each severity, paths with their timers and acknowledgements, and the people a rule brings in. */
export function lowerPages(scene: Scene): void {
  for (const path of pathsInPlay(scene)) lowerPath(scene, path);
  for (const level of scene.book.severities.keys()) {
    const list = pagedAtOnce(scene.book, level);
    scene.b.on(`level.${level}`, ...callEach(scene, [...list.roles, ...list.groups], level));
    for (const policy of heldPolicies(scene.book, level)) lowerHeldPages(scene, policy);
  }
  scene.book.involvements.forEach((involvement, index) => {
    const done = `involved/${index}`;
    const holds = all(severityIs(scene, involvement.level), conditionHolds(scene, involvement.if));
    scene.b.consequence(
      { name: `involvement/${index + 1}`, at: involvement.at },
      all(scene.b.is(done, 0), holds),
      scene.b.set(done),
      ...call(scene, involvement.page, involvement.level),
    );
  });
}

/** Pages that wait until business hours open; by then the incident may be more severe, and was paged for that. */
function lowerHeldPages(scene: Scene, policy: Entity<RoutingPolicy>): void {
  const { b, book } = scene;
  const held = `held/${policy.id}`;
  b.on(`level.${policy.severity}`, b.set(held), b.start(held));
  b.window({
    site: `route/${policy.id}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: all(b.is(held), severityIs(scene, policy.severity)),
    clock: b.clock(held),
    hi: longestClosure(book.manifest.calendar),
    atOpening: true,
    alternatives: [
      { name: 'sends', effects: [b.set(held, 0), ...call(scene, policy.page, policy.severity)] },
    ],
    at: policy.at,
    text: `${policy.title}: sends the pages that were held back`,
  });
}

/** Every path that some page of the book can take. */
function pathsInPlay({ book }: Scene): PagePath[] {
  const paths = new Map<string, PagePath>();
  for (const role of book.roles.keys())
    for (const level of book.severities.keys()) {
      const path = pagePathFor(book, role, level);
      if (path) paths.set(path.id, path);
    }
  return [...paths.values()];
}

function lowerPath(scene: Scene, path: PagePath): void {
  path.levels.forEach((level, index) => {
    for (const person of level.people) lowerAnswer(scene, path, level, index + 1, person);
    lowerTimeout(scene, path, level, index + 1);
    if (level.ackWithin !== undefined && index === 0) lowerAckPromise(scene, path, level);
  });
  if (path.takeover) lowerTakeover(scene, path);
}

/** Answering the page: bound while it is this person's turn, free (and late) once the page has moved on (D5). */
function lowerAnswer(scene: Scene, path: PagePath, level: PageLevel, turn: number, person: string): void {
  const { b, book } = scene;
  const unanswered = b.is(`acknowledged/${path.role}`, 0);
  const window = {
    doing: 'acknowledge' as const,
    owner: personOwner(scene, person),
    acts: {
      role: path.role,
      as: book.roles.get(path.role)?.held_by === person ? 'primary' : 'backup',
    } as const,
    alternatives: [{ name: 'acknowledge', effects: answerEffects(scene, path.role, person) }],
    at: level.at,
    text: `answers the page to ${titleOf(book, path.role)}`,
  };
  b.window({
    ...window,
    site: `page/${path.id}/${turn}/${person}`,
    when: all(b.is(`page/${path.id}`, turn), unanswered),
    clock: b.clock(`page/${path.id}`),
    ...paceOf(level.answers, book.manifest.pace.acknowledge),
  });
  if (turn < path.levels.length)
    b.window({
      ...window,
      site: `page/${path.id}/${turn}/${person}/late`,
      when: all(b.atLeast(`page/${path.id}`, turn + 1), unanswered),
      hi: undefined,
    });
}

function answerEffects(scene: Scene, role: string, person: string): Effect[] {
  const { b, book } = scene;
  return [
    b.set(`acknowledged/${role}`),
    engage(scene, person),
    b.emit(`acknowledged.${role}`, {
      kind: 'acknowledged',
      subject: role,
      text: `answers the page to ${titleOf(book, role)}`,
    }),
    ...(role === book.commander ? assumeCommand(scene, person) : []),
  ];
}

/** Machines do not wait: at the timeout the page moves to the next level, starts again, or is exhausted. */
function lowerTimeout(scene: Scene, path: PagePath, level: PageLevel, turn: number): void {
  const { b, book } = scene;
  if (level.timeout === undefined) return;
  const last = turn === path.levels.length;
  const next = last && path.loops ? 1 : turn + 1;
  const moveOn =
    last && !path.loops
      ? [
          b.set(`page/${path.id}`, next),
          b.emit(`exhausted.${path.id}`, {
            kind: 'exhausted',
            subject: path.id,
            text: `nobody is left to page for ${titleOf(book, path.role)}`,
          }),
        ]
      : sendLevel(scene, path, next);
  const seconds = parseSeconds(level.timeout);
  b.window({
    site: `timeout/${path.id}/${turn}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: all(b.is(`page/${path.id}`, turn), b.is(`acknowledged/${path.role}`, 0)),
    clock: b.clock(`page/${path.id}`),
    lo: seconds,
    hi: seconds,
    alternatives: [{ name: 'move on', effects: moveOn }],
    at: under(level.at, 'timeout'),
    text: `${level.people.map((person) => callOf(book, person)).join(', ')} did not answer`,
  });
}

/** Acknowledge SLA: from this page, sent. */
function lowerAckPromise(scene: Scene, path: PagePath, level: PageLevel): void {
  const title = titleOf(scene.book, path.role);
  lowerPromise(scene, {
    name: `acknowledge/${path.id}`,
    by: level.ackWithin as string,
    from: [`paged.${path.id}`],
    if: not(scene.b.is(`acknowledged/${path.role}`)),
    expects: [`acknowledged.${path.role}`],
    atClose: 'excused',
    tolerate: level.tolerate,
    text: `${title} acknowledges within ${level.ackWithin} of the page`,
    at: under(level.at, 'ack_within'),
  });
}
