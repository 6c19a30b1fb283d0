import type { Entity } from '../../../model/book.ts';
import type { Invariant } from '../../../model/generated/types.ts';
import { all, any, type Guard, is, not } from '../../kernel/guard.ts';
import { type Effect, PROMISE } from '../../kernel/machine.ts';
import { pagePathFor } from '../../page-plan.ts';
import { type Builder, when } from '../builder.ts';
import { holdersOf, isCommander } from '../people.ts';
import { happened, isDeclared, type Scene } from '../scene.ts';
import { ofCheck } from '../tolerance.ts';
import { eventsOf, inScope, nameOf, textOf } from './register.ts';

/** One register over all incidents: called on while two of those that it speaks of go on at once, unresolved. */
export function lowerAcross(scenes: readonly Scene[], world: Builder, invariant: Entity<Invariant>): void {
  if (invariant.across === undefined || scenes.length < 2) return;
  const variable = world.variable(`promise/${nameOf(invariant)}`, 5);
  world.promise({
    name: nameOf(invariant),
    variable,
    clock: undefined,
    seconds: 0,
    expects: [],
    atClose: 'excused',
    tolerance: ofCheck(invariant.tolerate),
    text: textOf(invariant),
    at: invariant.at,
  });
  const to = (value: number): Effect => ({ op: 'set', variable, to: value });
  const kept: Kept = {
    invariant,
    scenes,
    world,
    isOpen: is(variable, PROMISE.open),
    meet: to(PROMISE.met),
    violate: when(not(is(variable, PROMISE.violated)), to(PROMISE.violated)),
    unbroken: not(is(variable, PROMISE.violated)),
  };
  const settled = any(is(variable, PROMISE.idle), is(variable, PROMISE.met));
  const name = nameOf(invariant);
  world.consequence(`${name} begins`, all(settled, together(kept)), to(PROMISE.open));
  if (invariant.distinct_people) lowerDistinct(kept, invariant.distinct_people);
  else lowerOneOf(kept, invariant.exactly_one ?? invariant.at_most_one ?? []);
  if (invariant.exactly_one) lowerNone(kept, invariant.exactly_one);
  else world.consequence(`${name} ends`, all(kept.isOpen, not(together(kept))), kept.meet);
}

interface Kept {
  readonly invariant: Entity<Invariant>;
  readonly scenes: readonly Scene[];
  readonly world: Builder;
  readonly isOpen: Guard;
  readonly meet: Effect;
  readonly violate: Effect;
  readonly unbroken: Guard;
}

/** Declared, unresolved, and of the kind that the invariant speaks of. */
const goesOn = ({ invariant }: Kept, scene: Scene): Guard =>
  all(isDeclared(scene), scene.b.is('resolved', 0), scene.b.isnt('closed'), inScope(scene, invariant));

const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));

const together = (kept: Kept): Guard =>
  any(...pairsOf(kept.scenes).map((pair) => all(...pair.map((scene) => goesOn(kept, scene)))));

/** Whoever acts in one of the roles in one incident does not act in any of them in another that goes on. */
function lowerDistinct(kept: Kept, roles: readonly string[]): void {
  const { scenes, world, invariant, unbroken, violate } = kept;
  for (const [one, other] of pairsOf(scenes))
    for (const person of new Set(roles.flatMap((role) => actorsOf(one, role)))) {
      const acts = (scene: Scene): Guard => any(...roles.map((role) => actsAs(scene, role, person)));
      const both = [one, other].map((scene) => all(goesOn(kept, scene), acts(scene)));
      world.consequence(`${nameOf(invariant)}: ${person}`, all(unbroken, ...both), violate);
    }
}

/** To act as the commander is to command; in any other role, to have done something in it. */
const actsAs = (scene: Scene, role: string, person: string): Guard =>
  role === scene.book.commander ? isCommander(scene, person) : scene.b.is(`acted/${role}/${person}`);

function actorsOf(scene: Scene, role: string): string[] {
  const { book } = scene;
  const holders = holdersOf(scene, role).map(({ person }) => person);
  if (role !== book.commander) return holders;
  const paths = [...book.severities.keys()].flatMap((level) => pagePathFor(book, role, level) ?? []);
  return [...holders, ...paths.flatMap(({ levels }) => levels.flatMap(({ people }) => people))];
}

/** The same event in two incidents is two of them. */
function lowerOneOf(kept: Kept, names: readonly string[]): void {
  const each = occurrencesOf(kept, names);
  for (const one of each) {
    const others = each
      .filter((other) => other !== one)
      .map(({ scene, event }) => all(goesOn(kept, scene), happened(scene, event)));
    one.scene.b.on(one.event, when(all(goesOn(kept, one.scene), any(...others)), kept.violate));
  }
}

/** What incidents share happens to all of them at once, and once. */
function occurrencesOf({ scenes }: Kept, names: readonly string[]) {
  const found = new Map<string, { readonly scene: Scene; readonly event: string }>();
  for (const scene of scenes)
    for (const event of names.flatMap((name) => eventsOf(scene, name))) {
      const full = scene.b.named(event);
      if (!found.has(full)) found.set(full, { scene, event });
    }
  return [...found.values()];
}

/** Judged when the last incident is closed. */
function lowerNone(kept: Kept, names: readonly string[]): void {
  const { scenes, isOpen, violate, meet } = kept;
  const last = all(isOpen, ...scenes.map(({ b }) => b.is('closed')));
  const none = not(any(...occurrencesOf(kept, names).map(({ scene, event }) => happened(scene, event))));
  for (const { b } of scenes) b.on('closed', when(all(last, none), violate), when(last, meet));
}
