import type { At } from '../../model/position.ts';
import { all, type Guard, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { paceOf } from './pace.ts';
import { acting, type Holder, isEngaged, personOwner, standing } from './people.ts';
import type { Scene } from './scene.ts';

/** Something people do that takes no working time: joining, posting, approving, sending (D13). */
export interface Act {
  readonly name: string;
  readonly by: readonly Holder[];
  readonly possible: Guard;
  /** Pace: a span of the book, else its default for acts. */
  readonly answers: string | undefined;
  /** Each way it may be answered; the first is the calm one. */
  readonly ways: readonly {
    readonly name: string;
    /** By whom, and in which role he acts there. */
    readonly effects: (person: string, role: string) => readonly Effect[];
  }[];
  readonly text: string;
  readonly at: At;
  /** Also for people who have not answered a page. */
  readonly unpaged?: boolean;
  readonly outlives?: boolean;
}

/** What somebody may do at any time and nobody has to: he is never late with it. */
export interface Choice {
  readonly site: string;
  readonly by: readonly Holder[];
  readonly possible: (holder: Holder) => Guard;
  readonly name: string;
  readonly effects: readonly Effect[];
  readonly text: string;
  readonly at: At;
}

export function lowerChoice(scene: Scene, { by, possible, name, effects, ...rest }: Choice): void {
  for (const holder of by)
    scene.b.window({
      ...rest,
      doing: 'act',
      owner: personOwner(scene, holder.person),
      when: possible(holder),
      hi: undefined,
      alternatives: [{ name, effects }],
      acts: standing(holder),
    });
}

/**
 * One window a person. His clock starts at the instant the act becomes possible for him (D10), so a backup who steps in late
 * has his full pace. Whoever acts first ends it.
 */
export function lowerAct(scene: Scene, act: Act): void {
  const { b, book } = scene;
  const done = `done/${act.name}`;
  const pace = paceOf(act.answers, book.manifest.pace.act);
  for (const holder of act.by) {
    const can = `can/${act.name}/${holder.person}`;
    const able = all(
      b.is(done, 0),
      act.possible,
      holder.when,
      act.unpaged ? all() : isEngaged(scene, holder.person),
      act.outlives ? all() : not(b.is('closed')),
    );
    b.consequence(
      `possible: ${act.name} by ${holder.person}`,
      all(b.is(can, 0), able),
      b.set(can),
      b.start(can),
    );
    b.window({
      site: act.name,
      doing: 'act',
      owner: personOwner(scene, holder.person),
      when: all(b.is(can), able),
      clock: b.clock(can),
      ...pace,
      alternatives: act.ways.map(({ name, effects }) => ({
        name,
        effects: [b.set(done), ...acting(scene, holder), ...effects(holder.person, standing(holder).role)],
      })),
      acts: standing(holder),
      at: act.at,
      text: act.text,
      ...(act.outlives ? { outlives: true } : {}),
    });
  }
}
