import type { Book } from '../../model/book.ts';
import type { Attempt } from '../explore/attempt.ts';
import type { Broken, Proof } from '../explore/proof.ts';
import type { Prover } from '../explore/prove.ts';
import type { Machine, Promised, Window } from '../kernel/machine.ts';
import { linesTo } from '../replay/break-lines.ts';
import { plain } from '../sentences/plain.ts';
import { nameOf } from './name-of.ts';
import { tolerated } from './standing.ts';
import type { Pace, Slack, ToldProof, ToldSearch, ToldStory } from './told-proof.ts';

/** How much of a deadline the longest run without a failure leaves; nothing of what has no deadline. */
export function tellSlack(book: Book, { machine, longest }: Prover, promise: Promised): Slack | null {
  if (promise.clock === undefined || promise.bound === 0) return null;
  const { seconds, proved, way } = longest(promise);
  const lines = way?.came ? linesTo(way.came, way.from, { book, records: way.records }) : [];
  const worst = Number.isFinite(seconds) ? seconds : null;
  return { bound: promise.bound * machine.grain, worst, proved, lines };
}

/** A proof as plain data, with the pace that it rests on. */
export function tellProof(
  book: Book,
  machine: Machine,
  promise: Promised,
  proof: Proof,
  { failuresAsked, recorded }: Pick<ToldProof, 'failuresAsked' | 'recorded'>,
): ToldProof {
  const { verdict, at } = proof;
  const story = verdict.kind === 'broken' ? verdict.story : undefined;
  return {
    book: book.id,
    runbook: proof.runbook,
    beside: proof.beside ?? null,
    promise: proof.promise,
    text: proof.text,
    position: at === undefined ? null : book.position(at),
    path: at === undefined ? [] : book.namedPath(at),
    timed: promise.clock !== undefined && promise.bound > 0,
    demanded: promise.tolerate,
    pinned: promise.pinned,
    recorded,
    failuresAsked,
    verdict: verdict.kind,
    calledInOutages: proof.inOutages,
    survives: tolerated(proof.tolerance),
    search: searchOf(proof.attempts),
    clue: proof.clue,
    assumes: story ? paceOfRun(book, machine, story) : paceOfModel(book, machine, proof.attempts),
    story: verdict.kind === 'broken' ? tellStory(book, verdict.story, verdict.cost) : null,
    slack: null,
  };
}

function searchOf(attempts: readonly Attempt[]): ToldSearch {
  const last = attempts.at(-1);
  return {
    models: attempts.length,
    statesInAll: attempts.reduce((sum, { states }) => sum + states, 0),
    states: last?.states ?? 0,
    bytes: last?.bytes ?? 0,
    bits: last?.bits ?? 0,
    grain: last?.grain ?? null,
    windows: last?.windows ?? 0,
    free: last?.free ?? 0,
    looksAt: last?.kept ?? [],
  };
}

const tellStory = (
  book: Book,
  { at, failed, lines, scenario, reproduces }: Broken,
  cost: number,
): ToldStory => ({
  at,
  cost,
  late: failed.map((each) => nameOf(book, each)),
  lines,
  scenario,
  reproduces,
});

/** What holds, holds because of the bounds that its model sees whole; everything else may take any time there. */
const paceOfModel = (book: Book, machine: Machine, attempts: readonly Attempt[]): Pace[] =>
  (attempts.at(-1)?.exact ?? []).flatMap((index) => paceOf(book, machine, machine.windows[index]));

/** What breaks, breaks in one run: the bounds of those who act in its story. */
function paceOfRun(book: Book, machine: Machine, { lines }: Broken): Pace[] {
  const acts = new Set(lines.map(({ site, by }) => `${site}@${by}`));
  return machine.windows
    .filter(({ site, owner }) => 'id' in owner && acts.has(`${site}@${owner.id}`))
    .flatMap((window) => paceOf(book, machine, window));
}

function paceOf(book: Book, { grain }: Machine, window: Window | undefined): Pace[] {
  if (!window || !('id' in window.owner) || window.hi === undefined || window.clock === undefined) return [];
  const { site, owner, doing, lo, hi, assumed = false } = window;
  const who = nameOf(book, owner.id);
  const text = doing === 'step' ? `does ${plain(site.slice(site.lastIndexOf('/') + 1))}` : window.text;
  return [{ site, who, text, from: lo * grain, to: hi * grain, byDefault: assumed }];
}
