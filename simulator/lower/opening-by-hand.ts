import { under } from '../../model/position.ts';
import { all } from '../kernel/guard.ts';
import { lowerAct } from './act.ts';
import { openRunbook, RUNBOOK } from './opening.ts';
import { holdersOf } from './people.ts';
import { isDeclared, type Scene } from './scene.ts';

/** An alert that names no procedure opens none: whoever commands opens the one of this incident. */
export function lowerOpeningByHand(scene: Scene): void {
  const { b, book, runbooks } = scene;
  const root = runbooks[0];
  const unnamed = [...book.monitors.values()].some(({ thresholds }) =>
    Object.values(thresholds).some(({ opens }) => !runbooks.some(({ id }) => id === opens)),
  );
  if (!root || !unnamed || book.commander === undefined) return;
  lowerAct(scene, {
    name: 'open-runbook',
    by: holdersOf(scene, book.commander),
    possible: all(
      isDeclared(scene),
      b.atLeast('command', 1),
      ...runbooks.map(({ id }) => b.is(`open/${id}`, RUNBOOK.shut)),
    ),
    answers: undefined,
    ways: [{ name: 'opens', effects: () => openRunbook(scene, root.id) }],
    text: `opens the runbook ${root.title}`,
    at: under(root.at, 'title'),
  });
}
