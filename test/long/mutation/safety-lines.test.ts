import { expect, test } from 'vitest';
import { incidentsIn, readAllClues } from '../../../cli/proofs/clues.ts';
import type { Book } from '../../../model/book.ts';
import { type Rereader, rereader } from '../../../model/load-book.ts';
import type { Killed } from '../../../mutation/fate.ts';
import { lowerings } from '../../../mutation/judge/lowerings.ts';
import { type Differing, machinesWatch } from '../../../mutation/judge/machines-watch.ts';
import { proofsWatch } from '../../../mutation/judge/proofs-watch.ts';
import { rulesWatch } from '../../../mutation/judge/rules-watch.ts';
import { haveSameRuns } from '../../../mutation/judge/same-runs.ts';
import { listMutants, sourcesOf } from '../../../mutation/list-mutants.ts';
import type { Mutant } from '../../../mutation/mutant.ts';
import { ALL_OPERATORS } from '../../../mutation/operators/all.ts';
import { differences } from '../../../mutation/reads/differences.ts';
import { sampleOf } from '../../../mutation/sample.ts';
import { ALL_RULES } from '../../../rules/all.ts';
import type { Broken } from '../../../simulator/explore/proof.ts';
import { lowerIncidents } from '../../../simulator/lower/incident.ts';
import { tasksOf } from '../../../simulator/proofs/proof-tasks.ts';
import { recordedFor, vanishedFrom } from '../../../simulator/proofs/recorded.ts';
import { neededOf, rank } from '../../../simulator/proofs/standing.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import { OWN_FILES } from '../../simulator/own-files.ts';

/** Lines of each book that are tried; `SAFETY_LINES=all` tries every one of them, which takes hours. */
const LINES = process.env['SAFETY_LINES'] ?? '2';
const TODAY = '2026-11-28';
const LIMITS = { budget: { states: 20_000, bytes: 6e8 }, promises: 12 };

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

/** Deletions that leave a book, and after which some run of some procedure can differ. */
function linesOf(shelf: Rereader): Line[] {
  const all = listMutants(soundBook(shelf), sourcesOf(shelf.files), SAFETY);
  const mutants = LINES === 'all' ? all : sampleOf(all, Number(LINES) * 3, 1);
  const lines = mutants.flatMap((mutant): Line[] => {
    const bytes = new TextEncoder().encode(mutant.text);
    const { book } = shelf.with({ file: mutant.file, bytes });
    return book ? [{ mutant, mutated: book }] : [];
  });
  return LINES === 'all' ? lines : lines.slice(0, Number(LINES));
}

test.each(Object.keys(OWN_FILES))(
  'a line of %s that keeps people safe cannot go without a promise that breaks, in a story that replays, or is made no more, a rule that is broken, or somebody who answers for it',
  (id) => {
    const shelf = rereader(OWN_FILES[id] ?? [], id);
    const book = soundBook(shelf);
    const lowered = lowerings(book);
    const compare = machinesWatch(book, lowered);
    const say = proofsWatch(book, LIMITS, readAllClues('.', incidentsIn([book])));
    const checked = rulesWatch(book, ALL_RULES, TODAY);
    const waived = new Set(book.waivers.map(({ fingerprint }) => fingerprint));
    const unnoticed = linesOf(shelf).flatMap(({ mutant, mutated }) => {
      const changed = differences(book, mutated);
      if (waived.has(mutant.fingerprint) || checked(mutated, changed)) return [];
      const { differing } = compare(lowered.of(mutated, changed), changed);
      const machines = [...differing()];
      if (machines.every((each) => haveSameRuns(book, each, LIMITS.budget))) return [];
      const { killed, story } = say(mutated, machines);
      const line = `${mutant.operator} ${mutant.file}:${mutant.line} ${mutant.fingerprint}`;
      if (!killed) return isMadeNoMore(mutated, machines) ? [] : [line];
      const unnoted = isMissed(mutated, killed.by, story) ? [] : [`${line}: prove holds nothing against it`];
      const wrong = story ? unplayable(mutated, story.scenario, killed.by) : [];
      return [...unnoted, ...wrong.map((why) => `${line}: ${why}`)];
    });
    expect(unnoticed).toEqual([]);
  },
  3_600_000,
);

/** Whether a promise that is recorded is gone with what was changed. */
const isMadeNoMore = (mutated: Book, machines: readonly Differing[]): boolean =>
  vanishedFrom(
    [mutated],
    machines.flatMap(({ runbook }) => tasksOf(mutated, runbook)),
  ).length > 0;

/** Whether `prove` fails by it, too, which knows what the book demands and what it records, and nothing of the book as it was. */
function isMissed(mutated: Book, by: Killed['by'], story: Broken | undefined): boolean {
  if (by.kind !== 'proof') return false;
  const { runbook, promise: name } = by;
  const recorded = recordedFor(mutated, { book: mutated.id, runbook, promise: name });
  const promise = lowerIncidents(mutated, [{ id: undefined, runbook }], { grain: 1 }).promises.find(
    (each) => each.name === name,
  );
  if (!story) return recorded !== null;
  return (
    promise !== undefined && story.failed.length <= rank(neededOf({ demanded: promise.tolerate, recorded }))
  );
}

/** What is wrong with a story: it has to break its promise again where it is replayed, and nothing else may differ. */
function unplayable(
  mutated: Book,
  scenario: Parameters<typeof replay>[1] extends infer S ? Omit<S, 'at' | 'id'> & { id: string } : never,
  by: { readonly kind: string; readonly promise?: string },
): string[] {
  const played = replay(mutated, { ...scenario, at: { file: 'story.yaml', path: [] } } as Parameters<
    typeof replay
  >[1]);
  const broken = played.run.records
    .filter(({ kind }) => kind === 'promise-violated')
    .map(({ event }) => event);
  return [
    ...played.failures.map(({ message }) => message),
    ...(broken.includes(by.promise ?? '') ? [] : [`${by.promise} does not break again`]),
    ...(scenario.briefing.length > 20 ? [] : ['it tells nothing']),
  ];
}
