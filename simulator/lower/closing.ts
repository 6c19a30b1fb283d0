import { under } from '../../model/position.ts';
import { all, any, not } from '../kernel/guard.ts';
import { lowerAct } from './act.ts';
import { when } from './builder.ts';
import { holdersOf } from './people.ts';
import { promiseOf } from './promise.ts';
import { conditionHolds, happened, type Scene } from './scene.ts';

/** Closing is an act: once the incident is resolved, its runbooks have nothing left to do, and no promise blocks it (D22). */
export function lowerClosing(scene: Scene): void {
  const { b, book, runbooks } = scene;
  const root = runbooks[0];
  const by = root?.close?.by ?? book.commander;
  if (!root || by === undefined) return;
  lowerAct(scene, {
    name: 'close',
    by: holdersOf(scene, by),
    possible: all(b.is('resolved'), ...scene.closingWaitsFor),
    answers: root.close?.answers,
    ways: [
      {
        name: 'closes',
        effects: () => [b.set('closed'), b.emit('closed', { kind: 'closed', text: 'closes the incident' })],
      },
    ],
    text: 'closes the incident',
    at: root.close ? under(root.at, 'close') : root.at,
  });
}

/** Post-incident milestones: due from `resolved` or `closed`, they outlive the incident and are drained after it. */
export function lowerReview(scene: Scene): void {
  const { b, book } = scene;
  for (const milestone of book.milestones.values()) {
    const due = `due/milestone/${milestone.id}`;
    const after = milestone.runbooks?.filter((id) => scene.runbooks.some((runbook) => runbook.id === id));
    if (milestone.runbooks && after?.length === 0) continue;
    const applies = all(
      conditionHolds(scene, milestone.if),
      after ? any(...after.map((id) => not(b.is(`open/${id}`, 0)))) : all(),
    );
    b.on(milestone.within.from, when(applies, b.set(due)));
    lowerAct(scene, {
      name: `milestone/${milestone.id}`,
      by: holdersOf(scene, milestone.by),
      possible: all(b.is(due), milestone.after === undefined ? all() : happened(scene, milestone.after)),
      answers: milestone.answers,
      unpaged: true,
      outlives: true,
      ways: [
        {
          name: 'done',
          effects: () => [
            b.emit(`milestone.${milestone.id}`, {
              kind: 'milestone',
              subject: milestone.id,
              text: milestone.text,
            }),
          ],
        },
      ],
      text: milestone.text,
      at: milestone.at,
    });
    promiseOf(scene, milestone.within, {
      name: `milestone/${milestone.id}`,
      if: applies,
      expects: [`milestone.${milestone.id}`],
      atClose: 'outlives',
      text: `${milestone.id} within ${milestone.within.by} of ${milestone.within.from}`,
      at: under(milestone.at, 'within'),
    });
  }
}
