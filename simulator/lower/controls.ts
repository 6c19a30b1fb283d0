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
    lowerEnd(scene, control);
  }
}

function lowerEnd(scene: Scene, control: Entity<Control>): void {
  const { ends } = control;
  const cleared = ends?.clears ?? [];
  const effects = [
    ...cleared.flatMap((fact) => clearUnlessHeld(scene, control, fact)),
    ...setFacts(scene, ends?.sets),
  ];
  if (!ends || effects.length === 0) return;
  const inForce =
    cleared.length > 0
      ? cleared.map((fact) => all(isSet(scene, fact), ...heldByOthers(scene, control, fact).map(not)))
      : (control.sets ?? []).map((fact) => isSet(scene, fact));
  const pending: Guard = inForce.length === 0 ? all() : { op: 'any', guards: inForce };
  lowerControlMove(scene, control, 'ends', ends.if, ends.after, pending, effects);
}

/** What ends a control at once keeps it from acting, or the two would answer each other for ever. */
const notEnding = (scene: Scene, { ends }: Control): Guard =>
  ends?.if && ends.after === undefined ? not(conditionHolds(scene, ends.if)) : all();

const missing = (scene: Scene, facts: readonly string[]): Guard =>
  not(conditionHolds(scene, { facts: [...facts] }));

const isSet = (scene: Scene, fact: string): Guard => conditionHolds(scene, { facts: [fact] });

/** Whoever ends a control does not lift what another one is holding at that moment. */
function clearUnlessHeld(scene: Scene, control: Entity<Control>, fact: string): readonly Effect[] {
  const holders = heldByOthers(scene, control, fact);
  const effects = clearFacts(scene, [fact]);
  return holders.length === 0 ? effects : [{ op: 'if', when: all(...holders.map(not)), effects }];
}

/**
 * For each other control that sets this fact at once, that it has reason to: it would set it again, and the two would answer
 * each other for ever.
 */
const heldByOthers = (scene: Scene, control: Entity<Control>, fact: string): Guard[] =>
  [...scene.book.controls.values()]
    .filter((other) => other !== control && other.if && other.after === undefined)
    .filter(({ sets }) => sets?.includes(fact))
    .map((other) => all(conditionHolds(scene, other.if), notEnding(scene, other)));

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
