import { relative, resolve } from 'node:path';
import type { Book, Entity } from '../model/book.ts';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import type { ScenarioDocument } from '../model/generated/types.ts';
import { type Replay, replay } from '../simulator/replay/replay.ts';
import { OperatorError } from './operator-error.ts';
import type { Progress } from './progress.ts';
import type { SoundBooks } from './sound-book.ts';

/** One replay with the book it belongs to. */
export interface PlayedDrill {
  readonly book: Book;
  readonly replay: Replay;
}

interface Drill {
  readonly book: Book;
  readonly scenario: Entity<ScenarioDocument>;
}

/** Plays the scenarios that were named, by id or by file; without a name all of them. */
export function replayScenarios(
  { books, root }: Pick<SoundBooks, 'books' | 'root'>,
  named: readonly string[],
  progress: Progress,
  from = process.cwd(),
): PlayedDrill[] {
  const drills = books.flatMap((book) =>
    [...book.scenarios.values()].map((scenario) => ({ book, scenario })),
  );
  const chosen = named.length === 0 ? drills : named.flatMap((name) => find(drills, name, root, from));
  const played = chosen.map(({ book, scenario }, index) => {
    progress.say(`replaying ${index + 1} of ${chosen.length}: ${scenario.id}`);
    return { book, replay: replay(book, scenario) };
  });
  progress.clear();
  return played;
}

function find(drills: readonly Drill[], name: string, root: string, from: string): Drill[] {
  const file = relative(root, resolve(from, name)).replaceAll('\\', '/');
  const found = drills.filter(({ scenario }) => scenario.id === name || scenario.at.file === file);
  if (found.length > 0) return found;
  const ids = drills.map(({ scenario }) => scenario.id);
  throw new OperatorError(`there is no scenario \`${name}\``, {
    hint:
      didYouMeanHint(name, ids) ?? (ids.length === 0 ? 'the book holds none' : `there are ${ids.join(', ')}`),
  });
}
