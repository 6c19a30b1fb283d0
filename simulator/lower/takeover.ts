import { parseSeconds } from '../../model/duration.ts';
import { under } from '../../model/position.ts';
import { all } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { expandRecipients, type PagePath } from '../page-plan.ts';
import { lowerAct } from './act.ts';
import { when } from './builder.ts';
import { callNow } from './calls.ts';
import { callOf, commands, engage, titleOf } from './people.ts';
import { promiseOf } from './promise.ts';
import type { Scene } from './scene.ts';

/** The holder of the commanding role answered: he commands, from a provisional commander too unless a decision is asked for. */
export function assumeCommand(scene: Scene, person: string): Effect[] {
  const { b, book } = scene;
  const byDecision = [...book.paths.values()].some((path) => path.takeover?.hand_back === 'on-decision');
  const free = byDecision ? b.is('command', 0) : b.isnt('command', 1);
  return [
    when(
      free,
      b.set('command', 1),
      ...commands(scene, person),
      b.emit('command.assumed', { kind: 'command', text: 'takes command' }),
    ),
  ];
}

/** A path that stays silent puts somebody else in command, provisionally, while its pages go on. */
export function lowerTakeover(scene: Scene, path: PagePath): void {
  const { b, book } = scene;
  const takeover = path.takeover;
  if (!takeover) return;
  const due = `takeover-due/${path.id}`;
  const clock = `takeover/${path.id}`;
  const at = under(path.at, 'takeover');
  const after = parseSeconds(takeover.after);
  b.on(`paged.${path.id}`, b.startOnce(clock));
  b.window({
    site: `timer/${clock}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: all(b.is('command', 0), b.is(due, 0), b.is(`acknowledged/${path.role}`, 0)),
    clock: b.clock(clock),
    lo: after,
    hi: after,
    alternatives: [
      {
        name: 'due',
        effects: [
          b.set(due),
          b.emit(`takeover-due.${path.id}`, {
            kind: 'takeover-due',
            subject: path.id,
            text: `${titleOf(book, path.role)} silent for ${takeover.after}: ${callOf(book, takeover.by)} is to take command`,
          }),
        ],
      },
    ],
    at,
    text: `${titleOf(book, path.role)} is silent`,
  });
  lowerAct(scene, {
    name: `takeover/${path.id}`,
    by: [{ role: path.role, as: 'provisional', person: takeover.by, when: all() }],
    possible: all(b.is(due), b.is('command', 0)),
    answers: takeover.answers,
    unpaged: true,
    ways: [{ name: 'takes command', effects: (person) => takeCommand(scene, path, person) }],
    text: 'takes command provisionally',
    at,
  });
  lowerEngagement(scene, path);
  if (takeover.hand_back === 'on-decision') lowerHandBack(scene, path);
}

/** The holder of the role has answered and takes command back when he decides to, not by answering. */
function lowerHandBack(scene: Scene, path: PagePath): void {
  const { b, book } = scene;
  const held = book.roles.get(path.role)?.held_by;
  if (held === undefined) return;
  lowerAct(scene, {
    name: `hand-back/${path.id}`,
    by: [{ role: path.role, as: 'primary', person: held, when: all() }],
    possible: all(b.is('command', 2), b.is(`acknowledged/${path.role}`)),
    answers: undefined,
    ways: [
      {
        name: 'takes command back',
        effects: (person) => [
          b.set('command', 1),
          ...commands(scene, person),
          b.emit('command.assumed', { kind: 'command', text: 'takes command back' }),
        ],
      },
    ],
    text: 'takes command back',
    at: under(path.at, 'takeover', 'hand_back'),
  });
}

function takeCommand(scene: Scene, path: PagePath, person: string): Effect[] {
  const { b } = scene;
  return [
    b.set('command', path.takeover?.provisional === false ? 1 : 2),
    ...commands(scene, person),
    engage(scene, person),
    b.emit('command.provisional', { kind: 'command', text: 'takes command provisionally' }),
    ...callNow(scene, path.takeover?.engages ?? []),
  ];
}

function lowerEngagement(scene: Scene, path: PagePath): void {
  const { engages, engage_within } = path.takeover ?? {};
  if (!engages || !engage_within) return;
  for (const role of expandRecipients(scene.book, engages).roles)
    promiseOf(scene, engage_within, {
      name: `engage/${path.id}/${role}`,
      if: scene.b.is(`acknowledged/${role}`, 0),
      expects: [`acknowledged.${role}`],
      text: `the provisional commander engages ${titleOf(scene.book, role)} within ${engage_within.by}`,
      at: under(path.at, 'takeover', 'engage_within'),
    });
}
