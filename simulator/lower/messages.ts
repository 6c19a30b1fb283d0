import type { Entity } from '../../model/book.ts';
import type { Message, PromiseBound } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, type Guard } from '../kernel/guard.ts';
import { lowerAct } from './act.ts';
import { when } from './builder.ts';
import { holdersOf } from './people.ts';
import { promiseOf } from './promise.ts';
import { conditionHolds, happened, isDeclared, type Scene } from './scene.ts';

/** Messages that carry a deadline. One without a deadline obliges nobody at any time, so nothing of it happens in time. */
export function lowerMessages(scene: Scene): void {
  for (const message of scene.book.messages.values()) {
    const told = `told/${message.audience}`;
    scene.b.on(`notified.${message.audience}`, scene.b.set(told));
    if (message.within) lowerMessage(scene, message, message.within);
  }
}

/** `if` is read at the anchor; whoever notifies the audience, this act or a step, keeps the promise. */
function lowerMessage(scene: Scene, message: Entity<Message>, within: PromiseBound): void {
  const { b, book } = scene;
  const levels = message.on ?? [...book.severities.keys()];
  const anchors = within.from === 'level' ? levels.map((level) => `level.${level}`) : [within.from];
  const applies = conditionHolds(scene, {
    severity: levels as [string, ...string[]],
    ...(message.if ?? {}),
  });
  const audience = book.audiences.get(message.audience)?.title ?? message.audience;
  const untold = b.is(`told/${message.audience}`, 0);
  for (const anchor of anchors) b.on(anchor, when(all(applies, untold), b.set(`due/${message.id}`)));
  promiseOf(scene, within, {
    name: `message/${message.id}`,
    from: anchors,
    if: all(applies, untold),
    expects: [`notified.${message.audience}`],
    text: `${audience} told within ${within.by}`,
    at: under(message.at, 'within'),
  });
  if (message.by === undefined) return;
  const review =
    message.reviewed_by === undefined ? all() : lowerReviewOf(scene, message, message.reviewed_by);
  lowerAct(scene, {
    name: `send/${message.id}`,
    by: holdersOf(scene, message.by),
    possible: all(
      isDeclared(scene),
      b.is(`due/${message.id}`),
      untold,
      review,
      message.after === undefined ? all() : happened(scene, message.after),
    ),
    answers: message.answers,
    ways: [
      {
        name: 'sends',
        effects: () => [
          b.emit(`sent.${message.id}`, { kind: 'sent', subject: message.id, text: `sends: ${message.id}` }),
          b.emit(`notified.${message.audience}`, {
            kind: 'notified',
            subject: message.audience,
            text: `${audience} notified`,
          }),
        ],
      },
    ],
    text: `tells ${audience}`,
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
