import { describe, expect, test } from 'vitest';
import type { Book } from '../../../model/book.ts';
import { randomChooser } from '../../../simulator/choose/random.ts';
import { type Influence, influenceOf } from '../../../simulator/explore/abstract/influence.ts';
import type { Passed } from '../../../simulator/explore/abstract/past.ts';
import { lowerIncident } from '../../../simulator/lower/incident.ts';
import { run } from '../../../simulator/run/run.ts';
import { OWN_BOOKS } from '../own-books.ts';

const SEEDS = [1, 2, 3];
const DAY = 86_400;

/** What happens in a random incident although something has not that should have come before. */
function tooEarly({ machine, windows, consequences }: Influence, book: Book, seed: number): string[] {
  const [level] = book.severities.keys();
  const found: string[] = [];
  const look = (name: string, past: readonly Passed[], state: Int32Array): void => {
    for (const { variable, values } of past)
      if (values.includes(state[variable] ?? -1))
        found.push(`${name} while ${machine.variables[variable]?.name} is ${state[variable]}`);
  };
  const place = new Map(machine.windows.map((window, index) => [window, index]));
  run(
    machine,
    randomChooser(seed, {
      failurePercent: 20,
      begins: { site: `declare/${level}`, alternative: book.commander ?? '' },
    }),
    {
      until: 'closed',
      horizon: (2 * DAY) / machine.grain,
      observer: {
        moves: (window, alternative, _, state) => {
          if (alternative !== undefined)
            look(window.site, windows[place.get(window) as number]?.past ?? [], state);
        },
        consequence: (index, _, state) =>
          look(machine.consequences[index]?.name ?? '', consequences[index]?.past ?? [], state),
        passes: () => {},
      },
    },
  );
  return found;
}

const incidents = OWN_BOOKS.flatMap((book) =>
  [...book.runbooks.keys()].map((id): [string, Book] => [id, book]),
);

describe.each(incidents)('the past of %s', (runbook, book) => {
  const influence = influenceOf(lowerIncident(book, { runbook }));

  test('has happened in random incidents whenever it is said to have', () => {
    expect(SEEDS.flatMap((seed) => tooEarly(influence, book, seed))).toEqual([]);
  });

  test('knows for each step more than that it is asked for', () => {
    const { machine, windows } = influence;
    const steps = windows.filter((_, index) => machine.windows[index]?.doing === 'step');
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ past }) => past.length === 0)).toEqual([]);
  });
});
