import type { Entity } from '../../model/book.ts';
import type { Message, PromiseBound } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, any, type Guard } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { lowerAct, lowerChoice } from './act.ts';
import { authorised, request } from './authority-effects.ts';
import { when } from './builder.ts';
import { audienceTitle, notify } from './notify.ts';
import { holdersOf, isEngaged } from './people.ts';
import { promiseOf } from './promise.ts';
import { conditionHolds, happened, isDeclared, type Scene } from './scene.ts';

/** What is told to whom: on a deadline, or when somebody decides so. */
export function lowerMessages(scene: Scene): void {
  for (const message of scene.book.messages.values()) {
    const { audience, within } = message;
    scene.b.on(`notified.${audience}`, scene.b.set(`told/${audience}`));
    if (within) lowerDeadline(scene, message, within);
    else if (message.by !== undefined) lowerDecision(scene, message, message.by);
    if (message.by !== undefined) lowerSending(scene, message, message.by);
  }
}

const isUntold = ({ b }: Scene, { audience }: Message): Guard => b.is(`told/${audience}`, 0);

/** Somebody is to send it: its approvals are asked for. */
const becomesDue = (scene: Scene, { id, by, authority }: Message & { readonly id: string }): Effect[] => [
  scene.b.set(`due/${id}`),
  ...(by === undefined || authority === undefined ? [] : request(scene, authority)),
];

/** `if` is read at the anchor; whoever notifies the audience, this act or a step, keeps the promise. */
function lowerDeadline(scene: Scene, message: Entity<Message>, within: PromiseBound): void {
  const { b, book } = scene;
  const levels = message.on ?? [...book.severities.keys()];
  const anchors = within.from === 'level' ? levels.map((level) => `level.${level}`) : [within.from];
  const condition = { severity: levels as [string, ...string[]], ...(message.if ?? {}) };
  const applies = all(conditionHolds(scene, condition), isUntold(scene, message));
  for (const anchor of anchors) b.on(anchor, when(applies, ...becomesDue(scene, message)));
  promiseOf(scene, within, {
    name: `message/${message.id}`,
    from: anchors,
    if: applies,
    expects: [`notified.${message.audience}`],
    text: `${audienceTitle(scene, message.audience)} told within ${within.by}`,
    at: under(message.at, 'within'),
  });
}

/** A free decision: nobody is late with it. Once it is taken, its approvals are asked for and closing waits for the message. */
function lowerDecision(scene: Scene, message: Entity<Message>, by: string): void {
  const { b } = scene;
  const { id, after } = message;
  const due = `due/${id}`;
  lowerChoice(scene, {
    site: `decide/${id}`,
    by: holdersOf(scene, message.decided_by ?? by),
    possible: (holder) =>
      all(
        isDeclared(scene),
        b.is(due, 0),
        holder.when,
        isEngaged(scene, holder.person),
        conditionHolds(scene, message.if),
        after === undefined ? all() : happened(scene, after),
      ),
    name: 'decides',
    effects: becomesDue(scene, message),
    text: `decides to tell ${audienceTitle(scene, message.audience)}`,
    at: message.at,
  });
  scene.closingWaitsFor.push(any(b.is(due, 0), b.is(`sent/${id}`)));
}

/** The act itself, once it is due, reviewed and authorised. */
function lowerSending(scene: Scene, message: Entity<Message>, by: string): void {
  const { b } = scene;
  const { id, audience, after, authority, reviewed_by, within } = message;
  const review = reviewed_by === undefined ? all() : lowerReviewOf(scene, message, reviewed_by);
  const leave = authority === undefined ? all() : authorised(scene, authority);
  const onTime = within ? isUntold(scene, message) : all();
  lowerAct(scene, {
    name: `send/${id}`,
    by: holdersOf(scene, by),
    possible: all(
      isDeclared(scene),
      b.is(`due/${id}`),
      onTime,
      review,
      leave,
      after === undefined ? all() : happened(scene, after),
    ),
    answers: message.answers,
    ways: [
      {
        name: 'sends',
        effects: () => [
          ...(within ? [] : [b.set(`sent/${id}`)]),
          b.emit(`sent.${id}`, { kind: 'sent', subject: id, text: `sends: ${id}` }),
          ...notify(scene, [audience]),
        ],
      },
    ],
    text: `tells ${audienceTitle(scene, message.audience)}`,
    at: message.at,
  });
}

function lowerReviewOf(scene: Scene, message: Entity<Message>, role: string): Guard {
  const { b } = scene;
  lowerAct(scene, {
    name: `review/${message.id}`,
    by: holdersOf(scene, role),
    possible: b.is(`due/${message.id}`),
    answers: undefined,
    ways: [
      {
        name: 'approves',
        effects: () => [
          b.emit(`reviewed.${message.id}`, {
            kind: 'reviewed',
            subject: message.id,
            text: `reviews: ${message.id}`,
          }),
        ],
      },
    ],
    text: `reviews ${message.id}`,
    at: under(message.at, 'reviewed_by'),
  });
  return happened(scene, `reviewed.${message.id}`);
}
