import type { ExitName } from '../exit-codes.ts';
import type { CoveragePart } from './coverage-part.ts';

/** What cannot happen is a finding; a book without drills, of which no run was played, has shown nothing. */
export function coverageExit({ result: { books, findings } }: CoveragePart): ExitName {
  if (findings.length > 0) return 'findings';
  const shown = books.some(({ items }) =>
    items.some(
      ({ scenarios, randomRuns, search }) => scenarios.length > 0 || randomRuns > 0 || search !== null,
    ),
  );
  return shown ? 'ok' : 'nothingMeasured';
}
