import { all, any, type Guard, not } from '../kernel/guard.ts';
import type { Scene } from './scene.ts';

/** Remembers under which condition a step waits for this person to start it. */
export function waits({ waitingFor }: Scene, person: string, guard: Guard): void {
  waitingFor.set(person, [...(waitingFor.get(person) ?? []), guard]);
}

const flagFor = (person: string): string => `waits/${person}`;

/** Between two steps the most severe incident comes first, where the book says so; equal ones come in any order (D14). */
export function nothingMoreSevereWaits(scene: Scene, person: string): Guard {
  if (scene.book.manifest.priority !== 'severity') return all();
  const others = scene.incidents.filter((other) => other !== scene);
  return all(...others.map((other) => not(all(other.b.is(flagFor(person)), isMoreSevere(other, scene)))));
}

function isMoreSevere(one: Scene, other: Scene): Guard {
  const ranks = [...one.book.severities.keys()].map((_, index) => index + 1);
  return any(
    ...ranks.map((rank) => all(one.b.atLeast('severity', rank), not(other.b.atLeast('severity', rank)))),
  );
}

/** Keeps the flag that the other incidents look at, once every step of this one is known. */
export function lowerPriority({ book, incidents, b, waitingFor }: Scene): void {
  if (book.manifest.priority !== 'severity' || incidents.length === 1) return;
  for (const [person, guards] of waitingFor) {
    const flag = flagFor(person);
    const waiting = all(any(...guards), b.isnt('closed'));
    b.consequence(`work waits for ${person}`, all(b.is(flag, 0), waiting), b.set(flag));
    b.consequence(`no work waits for ${person}`, all(b.is(flag), not(waiting)), b.set(flag, 0));
  }
}
