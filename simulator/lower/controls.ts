import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Condition, Control } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, type Guard, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { clearFacts, conditionHolds, type Scene, setFacts } from './scene.ts';

/** Controls act without anybody's decision: a consequence where they act at once, a timer where they take time. */
export function lowerControls(scene: Scene): void {
  for (const control of scene.book.controls.values()) {
    const sets = control.sets ?? [];
    if (control.if && sets.length > 0)
      lowerControlMove(
        scene,
        control,
        'acts',
        control.if,
        control.after,
        all(missing(scene, sets), notEnding(scene, control)),
        setFacts(scene, sets),
      );
    const { ends } = control;
    const clears = ends?.clears ?? [];
    const effects = [...clearFacts(scene, clears), ...setFacts(scene, ends?.sets)];
    if (ends && effects.length > 0)
      lowerControlMove(scene, control, 'ends', ends.if, ends.after, inForce(scene, control, clears), effects);
  }
}

/** What ends a control at once keeps it from acting, or the two would answer each other for ever. */
const notEnding = (scene: Scene, { ends }: Control): Guard =>
  ends?.if && ends.after === undefined ? not(conditionHolds(scene, ends.if)) : all();

const missing = (scene: Scene, facts: readonly string[]): Guard =>
  not(conditionHolds(scene, { facts: [...facts] }));

/** Something of what the control did still holds, so that ending it has an effect. */
const inForce = (scene: Scene, { sets }: Control, clears: readonly string[]): Guard => {
  const facts = clears.length > 0 ? clears : (sets ?? []);
  return facts.length === 0
    ? all()
    : { op: 'any', guards: facts.map((fact) => conditionHolds(scene, { facts: [fact] })) };
};

function lowerControlMove(
  scene: Scene,
  control: Entity<Control>,
  move: 'acts' | 'ends',
  condition: Condition | undefined,
  after: string | undefined,
  pending: Guard,
  effects: readonly Effect[],
): void {
  const { b } = scene;
  const name = `control/${control.id}/${move}`;
  const holds = all(conditionHolds(scene, condition), pending);
  const at = move === 'acts' ? control.at : under(control.at, 'ends');
  if (after === undefined) {
    b.consequence({ name, at }, holds, ...effects);
    return;
  }
  const seconds = parseSeconds(after);
  b.consequence(`${name} counts`, all(b.is(name, 0), holds), b.set(name), b.start(name));
  b.consequence(`${name} stops counting`, all(b.is(name), not(holds)), b.set(name, 0));
  b.window({
    site: name,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: all(b.is(name), holds),
    clock: b.clock(name),
    lo: seconds,
    hi: seconds,
    alternatives: [{ name: move, effects: [b.set(name, 0), ...effects] }],
    at,
    text: `${control.title} ${move}`,
    outlives: true,
  });
}
