import type { PromiseTally, RunbookTally } from '../../simulator/campaign/tally.ts';
import type { Paint } from '../paint.ts';
import { inOneLine } from '../printable.ts';
import { thousands } from '../reporters/counted.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { breaksByItself } from '../simulation/simulation-exit.ts';
import type { SimulationPart } from '../simulation/simulation-part.ts';
import { lateWords, percent, playedWords, tellCommand } from '../simulation/simulation-words.ts';
import { type Cell, cell, columns, fitted } from './table.ts';
import { plural, wrap } from './words.ts';

/** One runbook with all its promises; several with a line each, and then what breaks by itself. */
export function renderSimulation(part: SimulationPart, { width, paint }: Surroundings): string {
  const { runbooks } = part.result;
  const [only, ...more] = runbooks;
  const body =
    only && more.length === 0
      ? [
          `${paint.bold(inOneLine(only.runbook))} ${paint.dim(`· ${inOneLine(only.book)}`)}`,
          ...promiseLines(only, width, paint),
        ]
      : [...runbookLines(runbooks, paint), ...brokenLines(runbooks, width, paint)];
  return [
    paint.dim(wrap(playedWords(part), width, 0)),
    '',
    ...body,
    ...neverLines(runbooks, width, paint),
    ...refusedLines(runbooks, paint),
    '',
    ...verdict(part, paint),
  ].join('\n');
}

/** Worst first: what breaks with nobody late, what breaks often, what was always kept. */
const byHarm = (a: PromiseTally, b: PromiseTally): number =>
  Number(breaksByItself(b)) - Number(breaksByItself(a)) || b.broken / b.called - a.broken / a.called;

const called = ({ promises }: RunbookTally): PromiseTally[] =>
  promises.filter((promise) => promise.called > 0).sort(byHarm);

/** Columns beside the text of a promise. */
const MARKS = 3;
const NUMBERS = 62;

const orNothing = (count: number): string => (count === 0 ? '' : thousands(count));

function promiseLines(tally: RunbookTally, width: number, paint: Paint): string[] {
  const names = ['', 'promise', 'called', 'kept', 'excused', 'open', 'broke', 'fewest late', 'seed'];
  const rows = called(tally).map((promise): Cell[] => [
    markOf(promise, paint),
    cell(fitted(promise.text, width - MARKS - NUMBERS)),
    cell(thousands(promise.called)),
    cell(percent(promise.kept, promise.called)),
    cell(orNothing(promise.excused), paint.dim),
    cell(orNothing(promise.open), paint.dim),
    cell(orNothing(promise.broken)),
    cell(promise.cheapestBreak ? lateWords(promise.cheapestBreak) : ''),
    cell(promise.cheapestBreak ? String(promise.cheapestBreak.seed) : ''),
  ]);
  const head = names.map((text) => cell(text, paint.dim));
  return ['', ...columns([head, ...rows], new Set([2, 3, 4, 5, 6, 8]))];
}

function markOf(promise: PromiseTally, paint: Paint): Cell {
  if (promise.broken === 0) return cell('✓', paint.good);
  return breaksByItself(promise) ? cell('✗', paint.bad) : cell('!', paint.warn);
}

function runbookLines(runbooks: readonly RunbookTally[], paint: Paint): string[] {
  const head = [
    '',
    'runbook',
    'promises called',
    'always kept',
    'broke, some late',
    'broke, nobody late',
  ].map((text) => cell(text, paint.dim));
  const rows = runbooks.map((tally): Cell[] => {
    const mine = called(tally);
    const alone = mine.filter(breaksByItself).length;
    const kept = mine.filter(({ broken }) => broken === 0).length;
    return [
      alone > 0 || tally.refused > 0 ? cell('✗', paint.bad) : cell('✓', paint.good),
      cell(tally.runbook),
      cell(`${mine.length} of ${tally.promises.length}`),
      cell(String(kept)),
      cell(String(mine.length - kept - alone)),
      alone === 0 ? cell('0', paint.dim) : cell(String(alone), paint.bad),
    ];
  });
  return columns([head, ...rows], new Set([2, 3, 4, 5]));
}

/** Columns beside the text of a promise that breaks by itself. */
const OTHERS = 50;

/** Each promise once, where it breaks most often. */
function brokenLines(runbooks: readonly RunbookTally[], width: number, paint: Paint): string[] {
  const found = new Map<string, { tally: RunbookTally; promise: PromiseTally }>();
  for (const tally of runbooks)
    for (const promise of tally.promises.filter(breaksByItself)) {
      const key = `${tally.book} ${promise.name}`;
      if ((found.get(key)?.promise.broken ?? 0) < promise.broken) found.set(key, { tally, promise });
    }
  if (found.size === 0) return [];
  const rows = [...found.values()].map(({ tally, promise }): Cell[] => [
    cell('✗', paint.bad),
    cell(fitted(promise.text, width - MARKS - OTHERS)),
    cell(percent(promise.broken, promise.called)),
    cell(tally.runbook),
    cell(String(promise.cheapestBreak?.seed)),
  ]);
  const head = ['', 'breaks with nobody late', 'of runs', 'in', 'seed'].map((text) => cell(text, paint.dim));
  return ['', ...columns([head, ...rows], new Set([2, 4]))];
}

/** Promises that no run of any of these runbooks called on: nothing was learnt about them. */
function neverLines(runbooks: readonly RunbookTally[], width: number, paint: Paint): string[] {
  const all = new Map<string, boolean>();
  for (const { promises } of runbooks)
    for (const { name, called: count } of promises) all.set(name, (all.get(name) ?? false) || count > 0);
  const never = [...all].filter(([, wasCalled]) => !wasCalled).map(([name]) => name);
  return never.length === 0
    ? []
    : ['', paint.dim(wrap(`never called on (${never.length}): ${inOneLine(never.join(', '))}`, width, 0))];
}

function refusedLines(runbooks: readonly RunbookTally[], paint: Paint): string[] {
  const refused = runbooks.filter((tally) => tally.refused > 0);
  if (refused.length === 0) return [];
  return [
    '',
    ...refused.map(
      ({ refused: count, runbook, firstRefusal }) =>
        `${paint.bad('✗')} ${plural(count, 'run')} of ${inOneLine(runbook)} could not end, the first with seed ${firstRefusal?.seed}: ${inOneLine(firstRefusal?.why ?? '')}`,
    ),
  ];
}

function verdict(part: SimulationPart, paint: Paint): string[] {
  const worst = part.result.runbooks.flatMap((tally) =>
    called(tally)
      .filter(({ broken }) => broken > 0)
      .map((promise) => ({ tally, promise })),
  );
  const alone = new Set(
    worst.filter(({ promise }) => breaksByItself(promise)).map(({ promise }) => promise.name),
  ).size;
  const [first] = worst.sort((a, b) => byHarm(a.promise, b.promise));
  const seed = first?.promise.cheapestBreak?.seed;
  const tell =
    first === undefined || seed === undefined
      ? []
      : [
          `${paint.dim('the first of these, minute by minute:')} ${inOneLine(tellCommand(part, first.tally.book, first.tally.runbook, seed))}`,
        ];
  if (part.result.runbooks.every(({ promises }) => promises.every((promise) => promise.called === 0)))
    return [paint.bad('✗ nothing was measured: no promise was called on')];
  return [
    alone === 0
      ? paint.good('✓ no promise breaks unless somebody is late')
      : paint.bad(
          `✗ ${plural(alone, 'promise')} ${alone === 1 ? 'breaks' : 'break'} although nobody is late`,
        ),
    ...tell,
  ];
}
