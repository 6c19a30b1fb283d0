import type { Entity } from '../../model/book.ts';
import { decidedIn } from '../../model/free-authorities.ts';
import type { Authority } from '../../model/generated/types.ts';
import { all, any, type Guard } from '../kernel/guard.ts';
import { lowerChoice } from './act.ts';
import { request, takesEffect } from './authority-effects.ts';
import { isOpenRunbook } from './opening.ts';
import { holdersOf, isEngaged } from './people.ts';
import { isDeclared, type Scene } from './scene.ts';

/** Some procedure in play is one in which it may be decided on. */
export function isDecidable({ book, runbooks }: Scene, authority: Entity<Authority>): boolean {
  const places = decidedIn(book, authority);
  return places.length === 0 || runbooks.some(({ id }) => places.includes(id));
}

/**
 * A decision that no step takes: nobody has to ask for it. Whoever commands may, its approvals decide, and it is carried out by
 * itself once it is authorised. Closing waits for one that was asked for (D22).
 */
export function lowerFree(scene: Scene, authority: Entity<Authority>): void {
  const { b, book } = scene;
  const { id, title, timelock, at } = authority;
  const asked = `asked/${id}`;
  lowerChoice(scene, {
    site: `ask/${id}`,
    by: holdersOf(scene, book.commander ?? ''),
    possible: (holder) =>
      all(
        isDeclared(scene),
        b.is(asked, 0),
        holder.when,
        isEngaged(scene, holder.person),
        whereItIsDecided(scene, authority),
      ),
    name: 'asks',
    effects: request(scene, id),
    text: `decides: ${title}`,
    at,
  });
  takesEffect(scene, authority);
  const over = [b.is(`effective/${id}`), ...(timelock ? [b.is(`cancelled/${id}`)] : [])];
  scene.closingWaitsFor.push(any(b.is(asked, 0), ...over));
}

function whereItIsDecided(scene: Scene, authority: Entity<Authority>): Guard {
  const places = decidedIn(scene.book, authority);
  const open = scene.runbooks
    .filter(({ id }) => places.includes(id))
    .map(({ id }) => isOpenRunbook(scene, id));
  return open.length === 0 ? all() : any(...open);
}
