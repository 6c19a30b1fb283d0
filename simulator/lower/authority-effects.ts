import type { Entity } from '../../model/book.ts';
import type { Authority } from '../../model/generated/types.ts';
import { all, type Guard } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { when } from './builder.ts';
import { notify } from './notify.ts';
import { clearFacts, type Scene, setFacts } from './scene.ts';

/** Asks for the approvals of an authority. */
export const request = ({ b, book }: Scene, authority: string): Effect[] => [
  b.set(`asked/${authority}`),
  b.emit(`requested.${authority}`, {
    kind: 'requested',
    subject: authority,
    text: `approvals requested: ${book.authorities.get(authority)?.title ?? authority}`,
  }),
];

export const authorised = ({ b }: Scene, authority: string): Guard => b.is(`authorised/${authority}`);

/** What the authority allows was carried out: it clears and makes true what it says, tells whom it says, and stops what it cancels. */
export function executed(scene: Scene, authority: string): Effect[] {
  const { b, book } = scene;
  const found = book.authorities.get(authority);
  return [
    b.emit(`executed.${authority}`, {
      kind: 'executed',
      subject: authority,
      text: `carried out: ${found?.title ?? authority}`,
    }),
    ...clearFacts(scene, found?.clears),
    ...setFacts(scene, found?.produces),
    ...notify(scene, found?.notifies),
    ...(found?.cancels === undefined ? [] : cancelled(scene, found.cancels)),
  ];
}

/** It is carried out by itself once it is authorised, with no step that does it. */
export function takesEffect(scene: Scene, { id, at }: Entity<Authority>): void {
  const { b } = scene;
  b.consequence(
    { name: `takes effect: ${id}`, at },
    all(authorised(scene, id), b.isnt(`effective/${id}`)),
    b.set(`effective/${id}`),
    ...executed(scene, id),
  );
}

/** Its delay runs: all approvals are there, and it is neither allowed nor cancelled yet. */
export const isLocked = ({ b }: Scene, authority: string): Guard =>
  all(b.is(`locked/${authority}`), b.is(`authorised/${authority}`, 0), b.isnt(`cancelled/${authority}`));

/** Ends the timelock of an authority, if it still runs: what it allowed does not come any more. */
export function cancelled(scene: Scene, authority: string): Effect[] {
  const { b, book } = scene;
  const title = book.authorities.get(authority)?.title ?? authority;
  return [
    when(
      isLocked(scene, authority),
      b.set(`cancelled/${authority}`),
      b.emit(`cancelled.${authority}`, {
        kind: 'cancelled',
        subject: authority,
        text: `cancelled: ${title}`,
      }),
    ),
  ];
}
