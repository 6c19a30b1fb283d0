import { expect, test } from 'vitest';
import { incidentsIn, readAllClues } from '../../../cli/proofs/clues.ts';
import type { Book } from '../../../model/book.ts';
import { type LoadedBook, type Rereader, rereader } from '../../../model/load-book.ts';
import { lowerings } from '../../../mutation/judge/lowerings.ts';
import { type Differing, machinesWatch } from '../../../mutation/judge/machines-watch.ts';
import { questionsOf } from '../../../mutation/judge/questions.ts';
import { rulesWatch } from '../../../mutation/judge/rules-watch.ts';
import { haveSameRuns } from '../../../mutation/judge/same-runs.ts';
import { listMutants, sourcesOf } from '../../../mutation/list-mutants.ts';
import type { Mutant } from '../../../mutation/mutant.ts';
import { ALL_OPERATORS } from '../../../mutation/operators/all.ts';
import { differences } from '../../../mutation/reads/differences.ts';
import { sampleOf } from '../../../mutation/sample.ts';
import { ALL_RULES } from '../../../rules/all.ts';
import type { Broken } from '../../../simulator/explore/proof.ts';
import { type Prover, proverOf } from '../../../simulator/explore/prove.ts';
import type { Budget } from '../../../simulator/explore/search/search.ts';
import { type CluesByPath, clueIn } from '../../../simulator/proofs/clues-file.ts';
import { tasksOf } from '../../../simulator/proofs/proof-tasks.ts';
import { recordedFor, vanishedFrom } from '../../../simulator/proofs/recorded.ts';
import { rank } from '../../../simulator/proofs/standing.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import { OWN_FILES } from '../../simulator/own-files.ts';

/** Lines of each book that are tried: all of them, or fewer with `SAFETY_LINES=20`. */
const LINES = process.env['SAFETY_LINES'] ?? 'all';
const TODAY = '2026-11-29';
const STARTS = '2026-09-16T14:00:00Z';
const SAME: Budget = { states: 20_000, bytes: 6e8 };
/** Promises nearest to what was changed, with little; then all of them, with more. */
const LOOKS = [
  { states: 20_000, promises: 12 },
  { states: 200_000, promises: Number.POSITIVE_INFINITY },
];

/** An approval, a backup, a notification, a timeout. What else keeps people safe only weakens a promise when it goes: no run breaks it then. */
const LINES_OF_SAFETY = new Set([
  ...[
    'drop-approval',
    'drop-authority',
    'drop-review',
    'any-approval-will-do',
    'fewer-signers',
    'same-person-twice',
  ],
  ...['drop-backup', 'drop-path', 'drop-path-level', 'drop-takeover', 'loop-off'],
  ...['drop-notification', 'drop-message', 'drop-page', 'drop-cadence'],
  ...['drop-timeout', 'drop-timelock'],
]);
const SAFETY = ALL_OPERATORS.filter(({ id, safety }) => safety === true && LINES_OF_SAFETY.has(id));

interface Line {
  readonly mutant: Mutant;
  readonly mutated: Book;
}

const soundBook = ({ loaded }: Rereader): Book => {
  if (!loaded.book) throw new Error('a shipped book is not sound');
  return loaded.book;
};

const without = (shelf: Rereader, { file, text }: Mutant): LoadedBook =>
  shelf.with({ file, bytes: new TextEncoder().encode(text) });

const deletionsOf = (shelf: Rereader): Mutant[] =>
  listMutants(soundBook(shelf), sourcesOf(shelf.files), SAFETY);

/** Deletions that leave a book. */
function linesOf(shelf: Rereader): Line[] {
  const all = deletionsOf(shelf);
  const mutants = LINES === 'all' ? all : sampleOf(all, Number(LINES) * 3, 1);
  const lines = mutants.flatMap((mutant): Line[] => {
    const { book } = without(shelf, mutant);
    return book ? [{ mutant, mutated: book }] : [];
  });
  return LINES === 'all' ? lines : lines.slice(0, Number(LINES));
}

/** What a document of its kind cannot do without: a row of a table of authorities names somebody, a page reaches somebody. */
const NEEDED = /lacks `(approvals|paths|levels|page|who)`$/;

test.each(Object.entries(OWN_FILES))(
  'a line without which %s is no book is one that its document needs, or says what a promise speaks of, and is refused there',
  (id, files) => {
    const shelf = rereader(files, id);
    const refused = deletionsOf(shelf).flatMap((mutant) => {
      const { book, findings } = without(shelf, mutant);
      return book ? [] : [{ mutant, findings }];
    });
    expect(refused.length).toBeGreaterThan(0);
    for (const { mutant, findings } of refused)
      for (const { rule, message, position } of findings) {
        if (rule === 'event-is-known')
          expect(message).toMatch(/^there is no event `(sent|reviewed|takeover-due)\./);
        else expect([position.file, message]).toEqual([mutant.file, expect.stringMatching(NEEDED)]);
      }
  },
);

test.each(Object.keys(OWN_FILES))(
  'a line of %s that keeps people safe changes no run, or without it a promise breaks, in a story that replays, or is made no more, or somebody answers for it',
  (id) => {
    const shelf = rereader(OWN_FILES[id] ?? [], id);
    const book = soundBook(shelf);
    const lowered = lowerings(book);
    const compare = machinesWatch(book, lowered);
    const checked = rulesWatch(book, ALL_RULES, TODAY);
    const clues = readAllClues('.', incidentsIn([book]));
    const waived = new Set(book.waivers.map(({ fingerprint }) => fingerprint));
    const unnoticed = linesOf(shelf).flatMap(({ mutant, mutated }) => {
      const changed = differences(book, mutated);
      const machines = [...compare(lowered.of(mutated, changed), changed).differing()];
      if (machines.every((each) => haveSameRuns(book, each, SAME))) return [];
      const line = `${mutant.operator} ${mutant.file}:${mutant.line} ${mutant.fingerprint}`;
      const broken = firstBroken({ book, mutated, machines, clues });
      if (broken) return unplayable(mutated, broken).map((why) => `${line}: ${why}`);
      if (isMadeNoMore(mutated, machines) || waived.has(mutant.fingerprint)) return [];
      return [`${line}${checked(mutated, changed) ? ': only a rule of check minds' : ''}`];
    });
    expect(unnoticed).toEqual([]);
  },
  3_600_000,
);

interface Deleted {
  readonly book: Book;
  readonly mutated: Book;
  readonly machines: readonly Differing[];
  readonly clues: CluesByPath;
}

interface BrokenPromise {
  readonly promise: string;
  readonly story: Broken;
}

/** The first promise for which `prove` fails now, which knows what the book demands and records, and nothing of the book as it was. */
function firstBroken({ book, mutated, machines, clues }: Deleted): BrokenPromise | undefined {
  for (const { states, promises } of LOOKS) {
    const provers = new Map<string, Prover>();
    const proverFor = (runbook: string): Prover =>
      proverOf(mutated, {
        runbook,
        budget: { states, bytes: 6e8 },
        outages: false,
        starts: STARTS,
        clueTo: clueIn(clues, { book: mutated.id, runbook }),
      });
    for (const { runbook, name } of questionsOf(book, machines).slice(0, promises)) {
      const prover = provers.get(runbook) ?? proverFor(runbook);
      provers.set(runbook, prover);
      const promise = prover.machine.promises.find((each) => each.name === name);
      if (!promise) continue;
      const { verdict } = prover.prove(promise);
      const recorded = recordedFor(mutated, { book: mutated.id, runbook, promise: name });
      // What breaks in the book as it is has little recorded, or nothing, that it could fall short of.
      if (verdict.kind !== 'broken' || verdict.cost > rank(recorded)) continue;
      return { promise: name, story: verdict.story };
    }
  }
  return undefined;
}

/** Whether a promise that is recorded is gone with what was changed. */
const isMadeNoMore = (mutated: Book, machines: readonly Differing[]): boolean =>
  vanishedFrom(
    [mutated],
    machines.flatMap(({ runbook }) => tasksOf(mutated, runbook)),
  ).length > 0;

/** What is wrong with a story: it has to break its promise again where it is replayed, and nothing else may differ. */
function unplayable(mutated: Book, { promise, story: { scenario, lines } }: BrokenPromise): string[] {
  const played = replay(mutated, { ...scenario, at: { file: 'story.yaml', path: [] } });
  const broken = played.run.records
    .filter(({ kind }) => kind === 'promise-violated')
    .map(({ event }) => event);
  return [
    ...played.failures.map(({ message }) => message),
    ...(broken.includes(promise) ? [] : [`${promise} does not break again`]),
    ...(lines.length > 1 ? [] : [`the story of ${promise} tells nothing`]),
  ];
}
