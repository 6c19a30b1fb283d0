import type { Entity } from '../../model/book.ts';
import { freeAuthorities } from '../../model/free-authorities.ts';
import type { Authority } from '../../model/generated/types.ts';
import { lowerAuthority } from './authority.ts';
import { isDecidable, lowerFree } from './free-authority.ts';
import type { Scene } from './scene.ts';
import { lowerPending } from './timelock.ts';

/** Every authority that an incident can come to ask for. */
export function lowerAuthorities(scene: Scene): void {
  const { named, free, pending } = authoritiesInPlay(scene);
  for (const authority of [...named, ...free, ...pending]) lowerAuthority(scene, authority);
  for (const authority of free) lowerFree(scene, authority);
  for (const authority of pending) lowerPending(scene, authority);
}

interface InPlay {
  /** By a step, by a message that somebody sends, or as the override of one in play. */
  readonly named: readonly Entity<Authority>[];
  /** By nobody: whoever commands may decide on them. */
  readonly free: readonly Entity<Authority>[];
  /** On their way already, and one in play may cancel them. */
  readonly pending: readonly Entity<Authority>[];
}

function authoritiesInPlay(scene: Scene): InPlay {
  const { book, runbooks } = scene;
  const find = (ids: readonly (string | undefined)[]) =>
    [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (book.authorities.get(id) ?? [])));
  const steps = runbooks.flatMap((runbook) => runbook.phases.flatMap((phase) => phase.steps));
  const sent = [...book.messages.values()].filter(({ by }) => by !== undefined);
  const used = find([...steps, ...sent].map(({ authority }) => authority));
  const free = freeAuthorities(book).filter((authority) => isDecidable(scene, authority));
  const overrides = find([...used, ...free].map(({ timelock }) => timelock?.override));
  const named = [...new Set([...used, ...overrides])];
  const cancelled = find([...used, ...free].map(({ cancels }) => cancels));
  return { named, free, pending: cancelled.filter((each) => !used.includes(each) && !free.includes(each)) };
}
