import { relative, resolve } from 'node:path';
import type { Book, Entity } from '../model/book.ts';
import { drillNames } from '../model/book-part.ts';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import type { ScenarioDocument } from '../model/generated/types.ts';
import { type Replay, replay } from '../simulator/replay/replay.ts';
import { readBooks } from './load-books.ts';
import { OperatorError } from './operator-error.ts';
import type { Progress } from './progress.ts';
import { isYaml } from './read-book-files.ts';
import { type SoundBooks, soundFrom } from './sound-book.ts';

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

/** Reads what the drills that were named need, and everything where one is not found: whoever looks for it sees which there are. */
export function booksFor(
  book: string | undefined,
  named: readonly string[],
  from = process.cwd(),
): SoundBooks {
  const read = readBooks(book, { from });
  const { root } = read.repository;
  const drills = new Set(named.map((name) => (isYaml(name) ? fileOf(name, root, from) : name)));
  const foundIn = read.books.map(({ files }) => files.flatMap(drillNames).filter((name) => drills.has(name)));
  if (named.length === 0 || new Set(foundIn.flat()).size < drills.size) return soundFrom(read);
  const books = read.books.filter((_, index) => foundIn[index]?.length !== 0);
  return soundFrom({ ...read, part: { drills }, books });
}

/** As books name their files. */
const fileOf = (name: string, root: string, from: string) =>
  relative(root, resolve(from, name)).replaceAll('\\', '/');

/** As many names as a hint can tell. */
const FEW = 8;

function find(drills: readonly Drill[], name: string, root: string, from: string): Drill[] {
  const file = fileOf(name, root, from);
  const found = drills.filter(({ scenario }) => scenario.id === name || scenario.at.file === file);
  if (found.length > 0) return found;
  const ids = drills.map(({ scenario }) => scenario.id);
  const [some, more] = [ids.slice(0, FEW).join(', '), ids.length - FEW];
  const known = more > 0 ? `there are ${some} and ${more} more` : `there are ${some}`;
  throw new OperatorError(`there is no scenario \`${name}\``, {
    hint: didYouMeanHint(name, ids) ?? (ids.length === 0 ? 'the book holds none' : known),
  });
}
