import type { Effect } from '../kernel/machine.ts';
import type { Scene } from './scene.ts';

/** How an audience is called in a sentence. */
export const audienceTitle = ({ book }: Scene, audience: string): string =>
  book.audiences.get(audience)?.title ?? audience;

/** Audiences hear of the incident, whoever tells them. */
export const notify = (scene: Scene, audiences: readonly string[] = []): Effect[] =>
  audiences.map((audience) =>
    scene.b.emit(`notified.${audience}`, {
      kind: 'notified',
      subject: audience,
      text: `${audienceTitle(scene, audience)} notified`,
    }),
  );
