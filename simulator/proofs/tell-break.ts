import type { Book } from '../../model/book.ts';
import { linesOf } from '../explore/prove.ts';
import { nameStory } from '../explore/story/name-story.ts';
import { drillOf } from '../explore/story/scenario-of.ts';
import type { Machine } from '../kernel/machine.ts';
import { nameOf } from './name-of.ts';
import type { RandomBreak, RandomOptions } from './random-breaks.ts';
import type { ToldBreak } from './told-break.ts';

/** A break of a random incident as plain data, with the drill that it becomes. */
export function tellBreak(
  book: Book,
  machine: Machine,
  { runbook, starts }: Pick<RandomOptions, 'runbook' | 'starts'>,
  { promise, acted, path, shrinks }: RandomBreak,
): ToldBreak {
  const lines = linesOf(book, acted, promise);
  const named = nameStory(book, runbook, promise, acted.failed, lines);
  const drill = drillOf(book, acted, {
    ...named,
    incidents: [{ id: undefined, runbook }],
    promise: promise.name,
    starts,
  });
  const { at } = promise;
  return {
    book: book.id,
    runbook,
    promise: promise.name,
    text: promise.text,
    position: at === undefined ? null : book.position(at),
    path: at === undefined ? [] : book.namedPath(at),
    timed: promise.clock !== undefined && promise.bound > 0,
    demanded: promise.tolerate,
    pinned: promise.pinned,
    random: { path, shrinks },
    story: {
      at: acted.broke * machine.grain,
      cost: acted.failed.length,
      late: acted.failed.map((each) => nameOf(book, each)),
      lines,
      ...drill,
    },
  };
}
