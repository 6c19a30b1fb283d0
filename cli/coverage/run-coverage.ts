import type { Book } from '../../model/book.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import { piecesOf, type Range, rangeOf, type Shard } from '../../simulator/campaign/seeds.ts';
import type { Shown } from '../../simulator/coverage/by-random-runs.ts';
import type { Reach } from '../../simulator/coverage/coverage.ts';
import { gather, itemsOf } from '../../simulator/coverage/gather.ts';
import type { Item } from '../../simulator/coverage/item.ts';
import { inParallel } from '../parallel/in-parallel.ts';
import type { Origin } from '../parts/part.ts';
import type { Progress } from '../progress.ts';
import { type CoverAnswer, type CoverInit, type CoverTask, coverPlayer } from './cover-task.ts';
import { type CoveragePart, coverageResult } from './coverage-part.ts';
import { itemWaivers } from './unreachable-items.ts';

/** The runbooks of one book that are looked at. */
export interface CoveredBook {
  readonly book: Book;
  readonly runbooks: readonly string[];
  /** Whether these are all of it. */
  readonly whole: boolean;
}

export interface CoverageRequest {
  readonly covered: readonly CoveredBook[];
  readonly init: CoverInit;
  readonly runs: number;
  /** Search for what neither a drill nor a random run shows. */
  readonly exhaustive: boolean;
  readonly shard: Shard;
  readonly threads: number;
  readonly worker: string;
  readonly day: IsoDate;
  readonly origin: Origin;
  readonly command: string;
}

type Play = (tasks: readonly CoverTask[]) => Promise<readonly CoverAnswer[]>;

/** Random runs of one task. */
const RUNS_PER_TASK = 5000;

/** Plays drills and random runs, then searches for what they do not show; the result does not depend on the number of threads. */
export async function runCoverage(request: CoverageRequest, progress: Progress): Promise<CoveragePart> {
  const play = playerOf(request, progress);
  const books = [];
  for (const covered of request.covered) books.push(await coverBook(covered, request, play));
  progress.clear();
  const { covered, day, origin, shard, command } = request;
  const waivers = covered.flatMap(({ book }) => itemWaivers(book));
  return {
    version: 1,
    kind: 'coverage',
    origin,
    shard,
    command,
    result: coverageResult(books, day, waivers),
  };
}

function playerOf({ init, threads, worker }: CoverageRequest, progress: Progress): Play {
  const alone = coverPlayer(init);
  return async (tasks) => {
    const said = (count: number) => progress.say(`coverage: ${count} of ${tasks.length} are done`);
    if (threads > 1)
      return inParallel<CoverInit, CoverTask, CoverAnswer>({ file: worker, init }, tasks, threads, said);
    return tasks.map((task, place) => {
      said(place);
      return alone(task);
    });
  };
}

async function coverBook(covered: CoveredBook, request: CoverageRequest, play: Play) {
  const { book, runbooks, whole } = covered;
  const items = itemsOf(book, runbooks);
  const scenarios = await playScenarios(book, play);
  const mine = rangeOf(request.runs, request.shard);
  const random = await playRuns(covered, mine, play);
  const search = new Map<string, Reach>();
  if (request.exhaustive) {
    const others = await playRuns(covered, ...othersOf(request), play);
    const isShown = ({ name }: Item) =>
      [...scenarios.values()].some((shown) => shown.has(name)) ||
      [...random.values(), ...others.values()].some((shown) => shown.has(name));
    const left = items.filter((item) => !isShown(item));
    const seen = await lookOutFor(covered, left, play);
    const unseen = left.filter(({ name }) => !seen.has(name));
    for (const name of seen) search.set(name, 'reachable');
    for (const [name, reach] of await searchFor(covered, unseen, request.shard, play))
      search.set(name, reach);
  }
  return gather(book, items, whole, { scenarios, random, search });
}

/** The runs of the other parts: whether they show an item decides whether it is searched for, whichever part it falls to. */
function othersOf({ runs, shard }: CoverageRequest): [Range, Range] {
  const { from, to } = rangeOf(runs, shard);
  return [
    { from: 0, to: from },
    { from: to, to: runs },
  ];
}

async function playScenarios(book: Book, play: Play): Promise<Map<string, ReadonlySet<string>>> {
  const ids = [...book.scenarios.keys()];
  const answers = await play(ids.map((scenario) => ({ kind: 'scenario', book: book.id, scenario })));
  return new Map(
    answers.flatMap((answer, place) =>
      answer.kind === 'scenario' ? [[ids[place] as string, answer.shown]] : [],
    ),
  );
}

async function playRuns(
  { book, runbooks }: CoveredBook,
  ...rest: [...Range[], Play]
): Promise<Map<string, Shown>> {
  const play = rest.at(-1) as Play;
  const pieces = (rest.slice(0, -1) as Range[]).flatMap((range) => piecesOf(range, RUNS_PER_TASK));
  const tasks = runbooks.flatMap((runbook) =>
    pieces.map((range) => ({ kind: 'random' as const, book: book.id, runbook, range })),
  );
  const shown = new Map<string, Map<string, { runs: number; seed: number }>>();
  for (const [place, answer] of (await play(tasks)).entries()) {
    const runbook = tasks[place]?.runbook as string;
    const known = shown.get(runbook) ?? new Map<string, { runs: number; seed: number }>();
    shown.set(runbook, known);
    if (answer.kind !== 'random') continue;
    for (const [name, { runs, seed }] of answer.shown) {
      const before = known.get(name);
      known.set(name, { runs: (before?.runs ?? 0) + runs, seed: before?.seed ?? seed });
    }
  }
  return shown;
}

/** Each part looks out for itself: what is seen decides what is searched for, whichever part it falls to. */
async function lookOutFor({ book, runbooks }: CoveredBook, left: readonly Item[], play: Play) {
  const names = new Set(left.map(({ name }) => name));
  const answers = await play(
    names.size === 0 ? [] : runbooks.map((runbook) => ({ kind: 'look-out', book: book.id, runbook, names })),
  );
  return new Set(answers.flatMap((answer) => (answer.kind === 'look-out' ? [...answer.shown] : [])));
}

/** Every n-th of what is left falls to this part. */
async function searchFor(
  { book, runbooks }: CoveredBook,
  left: readonly Item[],
  { index, of }: Shard,
  play: Play,
): Promise<[string, Reach][]> {
  const names = new Set(left.map(({ name }) => name));
  const mine = left.filter((_, place) => place % of === index - 1);
  const tasks = mine.map(({ name, at }): CoverTask => {
    const own = runbooks.filter((id) => book.runbooks.get(id)?.at.file === at.file);
    return { kind: 'search', book: book.id, name, names, runbooks: [...new Set([...own, ...runbooks])] };
  });
  const answers = await play(tasks);
  return answers.flatMap((answer, place): [string, Reach][] =>
    answer.kind === 'search' ? [[mine[place]?.name as string, answer.reach]] : [],
  );
}
