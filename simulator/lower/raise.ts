import { all, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { when } from './builder.ts';
import { isDeclared, rankOf, type Scene } from './scene.ts';

/** Entry into a level, at declaration or by a raise; promises and pages hang on its event. */
function enter({ b, book }: Scene, level: string): Effect[] {
  return [
    b.set('severity', rankOf(book, level)),
    b.emit(`level.${level}`, { kind: 'level', subject: level, text: `severity is ${level}` }),
  ];
}

/** Raises to a level unless the incident is already as severe; a raise and its pages happen in one instant (D29). */
export const raiseTo = (scene: Scene, level: string): Effect =>
  when(
    all(isDeclared(scene), not(scene.b.atLeast('severity', rankOf(scene.book, level)))),
    ...enter(scene, level),
  );
