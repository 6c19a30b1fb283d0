import type { BookCoverage, ItemCoverage } from '../../simulator/coverage/coverage.ts';
import { ITEM_KINDS, type ItemKind } from '../../simulator/coverage/item.ts';
import type { CoveragePart } from '../coverage/coverage-part.ts';
import { coverageOptions, type ItemStanding, STANDINGS, standingOfItem } from '../coverage/coverage-words.ts';
import type { Paint } from '../paint.ts';
import { inOneLine } from '../printable.ts';
import { counted, thousands } from '../reporters/counted.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { percent } from '../simulation/simulation-words.ts';
import { type Cell, cell, columns, fitted } from './table.ts';
import { plural, wrap } from './words.ts';

/** A table a book, then what stands out; of one runbook, every item that no drill shows. */
export function renderCoverage(part: CoveragePart, around: Surroundings): string {
  const { books } = part.result;
  const { paint, width } = around;
  const whole = books.every((book) => book.whole);
  return [
    paint.dim(wrap(askedWords(part), width, 0)),
    ...books.flatMap((book) => [
      '',
      `${paint.bold(inOneLine(book.book))}  ${paint.dim(counted(book.items.length, 'thing that may happen', 'things that may happen'))}`,
      ...tableOf(book, paint),
      ...listOf(book, whole, around),
    ]),
    '',
    ...legend(books, paint, width),
    ...verdict(part, paint),
  ].join('\n');
}

function askedWords(part: CoveragePart): string {
  const { runs, seed, runbooks, exhaustive, states } = coverageOptions(part);
  const searched = exhaustive
    ? `, and a search of ${thousands(states)} states at a time for what neither shows`
    : '';
  const shard = part.shard.of === 1 ? '' : `; part ${part.shard.index} of ${part.shard.of}`;
  return `every drill, ${counted(runs, 'random incident')} of each of ${plural(runbooks.length, 'runbook')} (seeds ${seed} to ${seed + runs - 1})${searched}${shard}`;
}

const BAR = 20;

/** Filled: a drill shows it; half: a random run does; outlined: only a search found it; a dot: nothing did. */
function bar(items: readonly ItemCoverage[]): string {
  const upTo = (...wanted: ItemStanding[]): number =>
    Math.round((BAR * items.filter((item) => wanted.includes(standingOfItem(item))).length) / items.length);
  const drills = upTo('drill');
  const random = upTo('drill', 'random');
  const search = upTo('drill', 'random', 'search');
  return `${'█'.repeat(drills)}${'▒'.repeat(random - drills)}${'░'.repeat(search - random)}${'·'.repeat(BAR - search)}`;
}

const RIGHT = new Set([1, 3, 4, 5, 6, 7]);

function tableOf({ items }: BookCoverage, paint: Paint): string[] {
  const kinds = Object.keys(ITEM_KINDS) as ItemKind[];
  const rows = kinds.flatMap((kind) => {
    const mine = items.filter((item) => item.kind === kind);
    return mine.length === 0 ? [] : [rowOf(ITEM_KINDS[kind], mine, paint)];
  });
  const names = ['', 'items', '', 'by drills', 'by random runs', 'by any', 'cannot happen', 'open'];
  const head = names.map((text) => cell(text, paint.dim));
  return columns([head, ...rows, rowOf('all', items, paint)], RIGHT);
}

function rowOf(name: string, items: readonly ItemCoverage[], paint: Paint): Cell[] {
  const count = (test: (item: ItemCoverage) => boolean): number => items.filter(test).length;
  const standings = items.map(standingOfItem);
  const shown = standings.filter((each) => each === 'drill' || each === 'random' || each === 'search').length;
  const impossible = standings.filter((each) => each === 'unreachable').length;
  const open = items.length - shown - impossible;
  const orNothing = (value: number, style: (text: string) => string): Cell =>
    value === 0 ? cell('') : cell(String(value), style);
  return [
    cell(name, name === 'all' ? paint.bold : undefined),
    cell(thousands(items.length)),
    cell(bar(items)),
    cell(
      percent(
        count(({ scenarios }) => scenarios.length > 0),
        items.length,
      ),
    ),
    cell(
      percent(
        count(({ randomRuns }) => randomRuns > 0),
        items.length,
      ),
    ),
    // What cannot happen is none of what could have been shown.
    cell(percent(shown, items.length - impossible)),
    orNothing(impossible, paint.bad),
    orNothing(open, paint.warn),
  ];
}

/** A list that is longer is not read on a terminal. */
const MOST_LISTED = 40;

function listOf({ items }: BookCoverage, whole: boolean, { paint, width }: Surroundings): string[] {
  const wanted: readonly ItemStanding[] = whole
    ? ['unreachable', 'unknown', 'unseen']
    : ['unreachable', 'unknown', 'unseen', 'search', 'random'];
  const listed = items.filter((item) => wanted.includes(standingOfItem(item)));
  if (listed.length === 0) return [];
  const shown = listed.slice(0, whole ? MOST_LISTED : undefined);
  const places = shown.map(({ position: { file, line } }) => `${file.split('/').at(-1)}:${line}`);
  const room = width - 3 - Math.max(...places.map(({ length }) => length));
  const rows = shown.map((item, place): Cell[] => [
    signOf(standingOfItem(item), paint),
    cell(fitted(item.text.replace(/\.$/, ''), room - 2)),
    cell(places[place] as string, paint.dim),
  ]);
  const more = listed.length - shown.length;
  return [
    '',
    ...columns(rows, new Set()),
    ...(more > 0
      ? [
          paint.dim(
            `and ${counted(more, 'more', 'more')}; --json lists all, and so does the name of one runbook`,
          ),
        ]
      : []),
  ];
}

function signOf(standing: ItemStanding, paint: Paint): Cell {
  const { sign } = STANDINGS[standing];
  if (standing === 'unreachable') return cell(sign, paint.bad);
  return cell(sign, standing === 'unknown' || standing === 'unseen' ? paint.warn : undefined);
}

function legend(books: readonly BookCoverage[], paint: Paint, width: number): string[] {
  const seen = new Set(books.flatMap(({ items }) => items.map(standingOfItem)));
  const signs = (Object.keys(STANDINGS) as ItemStanding[])
    .filter((standing) => seen.has(standing))
    .map((standing) => `${STANDINGS[standing].sign} ${STANDINGS[standing].words}`);
  return [
    paint.dim(
      wrap(`█ by drills  ▒ by random runs  ░ by search  · not at all;  ${signs.join('  ')}`, width, 0),
    ),
    '',
  ];
}

function verdict(part: CoveragePart, paint: Paint): string[] {
  const { books, findings, waived } = part.result;
  const advice = coverageOptions(part).exhaustive
    ? 'a drill can show them, or a larger --budget says whether they can happen'
    : 'a drill can show them, or --exhaustive says whether they can happen';
  const all = books.flatMap(({ items }) => items.map(standingOfItem));
  const open = all.filter((standing) => standing === 'unseen' || standing === 'unknown').length;
  const faults = findings.filter(({ rule }) => rule.startsWith('waiver-'));
  return [
    ...faults.map(({ file, line, message }) => `${paint.bad('✗')} ${file}:${line} ${inOneLine(message)}`),
    ...(findings.length > faults.length
      ? [
          paint.bad(
            `✗ ${counted(findings.length - faults.length, 'thing')} of the book cannot happen: drillbook explain everything-stated-can-happen`,
          ),
        ]
      : []),
    ...(waived.length > 0
      ? [`${counted(waived.length, 'thing')} that cannot happen ${waived.length === 1 ? 'is' : 'are'} waived`]
      : []),
    open === 0
      ? paint.good('✓ whatever can happen was shown')
      : paint.warn(`${counted(open, 'thing was', 'things were')} shown by nothing: ${advice}`),
  ];
}
