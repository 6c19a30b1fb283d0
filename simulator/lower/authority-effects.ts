import { all, type Guard } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { when } from './builder.ts';
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

/** The step that the authority allows was carried out. */
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
    ...(found?.cancels === undefined ? [] : cancelled(scene, found.cancels)),
  ];
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
