import type { ItemCoverage } from '../../simulator/coverage/coverage.ts';
import { ITEM_KINDS, type ItemKind } from '../../simulator/coverage/item.ts';
import type { CoveragePart } from '../coverage/coverage-part.ts';
import { STANDINGS, standingOfItem } from '../coverage/coverage-words.ts';
import { renderCoverage } from '../render/coverage-report.ts';
import { percent } from '../simulation/simulation-words.ts';
import { CHECK_FORMS } from './check-forms.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { page } from './markdown.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import type { Forms } from './reporter.ts';
import { sarif } from './sarif.ts';

const asCheck = ({ result: { findings } }: CoveragePart) => ({ version: 1, books: [], findings }) as const;

/** The forms of coverage, whether it was measured here or joined from parts. */
export const COVERAGE_FORMS = {
  text: (part, around) => `${renderCoverage(part, around)}\n`,
  json,
  markdown: (part) => page(part.result.books.flatMap(({ book, items }) => bookLines(book, items))),
  github: ({ result: { findings } }, { prefix }) => annotations(findings, prefix),
  sarif: ({ result: { findings } }, around) => sarif({ findings }, around),
  oneline: (part, around) => CHECK_FORMS.oneline(asCheck(part), around),
} as const satisfies Forms<CoveragePart>;

/** A page that holds more is not read. */
const MOST_ROWS = 200;

function bookLines(book: string, items: readonly ItemCoverage[]): string[] {
  const open = items.filter((item) => !['drill', 'random', 'search'].includes(standingOfItem(item)));
  const kinds = (Object.keys(ITEM_KINDS) as ItemKind[]).filter((kind) =>
    items.some((item) => item.kind === kind),
  );
  return [
    `### Coverage: ${markdownText(book)}`,
    '',
    ...markdownTable(
      ['', 'items', 'by drills', 'by random runs', 'by any', 'cannot happen'],
      [
        ...kinds.map((kind) =>
          row(
            ITEM_KINDS[kind],
            items.filter((item) => item.kind === kind),
          ),
        ),
        row('all', items),
      ],
    ),
    '',
    ...(open.length === 0
      ? []
      : markdownTable(
          ['', 'what', 'where'],
          open
            .slice(0, MOST_ROWS)
            .map((item) => [
              STANDINGS[standingOfItem(item)].words,
              markdownText(`${item.text} (${item.name})`),
              `<code>${markdownText(`${item.position.file}:${item.position.line}`)}</code>`,
            ]),
        )),
    ...(open.length > MOST_ROWS ? ['', `and ${open.length - MOST_ROWS} more.`] : []),
    '',
  ];
}

function row(name: string, items: readonly ItemCoverage[]): string[] {
  const count = (test: (item: ItemCoverage) => boolean) => items.filter(test).length;
  const impossible = count((item) => standingOfItem(item) === 'unreachable');
  const shown = count((item) => ['drill', 'random', 'search'].includes(standingOfItem(item)));
  return [
    name,
    String(items.length),
    percent(
      count(({ scenarios }) => scenarios.length > 0),
      items.length,
    ),
    percent(
      count(({ randomRuns }) => randomRuns > 0),
      items.length,
    ),
    percent(shown, items.length - impossible),
    impossible === 0 ? '' : String(impossible),
  ];
}
