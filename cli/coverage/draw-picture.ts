import { runbookDot } from '../../publish/runbook-picture.ts';
import type { ChosenRunbook } from '../choose-runbooks.ts';
import { OperatorError } from '../operator-error.ts';
import { writeWhole } from '../write-whole.ts';
import type { CoveragePart } from './coverage-part.ts';
import { standingOfItem } from './coverage-words.ts';

/** Draws the one runbook that was named; Graphviz is loaded only for this. */
export async function drawPicture(
  file: string,
  chosen: readonly ChosenRunbook[],
  { result: { books } }: CoveragePart,
): Promise<void> {
  const [only, ...more] = chosen;
  if (!only || more.length > 0)
    throw new OperatorError('--picture draws one runbook', {
      hint: 'name it: drillbook coverage RUNBOOK --picture FILE.svg',
    });
  const shades = new Map(
    books.flatMap(({ items }) => items.map((item) => [item.name, standingOfItem(item)] as const)),
  );
  const dot = runbookDot(only.runbook, (name) => shades.get(name));
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  writeWhole(file, viz.renderString(dot, { format: 'svg' }), 'picture');
}
