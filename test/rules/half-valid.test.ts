import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damages, exampleFiles, halfValid } from './half-valid-book.ts';
import { expectSoundFindings } from './sound-findings.ts';

test('rules answer with findings whatever is dropped, doubled, swapped or borrowed in a book that holds together', () => {
  let asked = 0;
  fc.assert(
    fc.property(fc.nat(), damages(2), (example, list) => {
      if (expectSoundFindings(halfValid(exampleFiles(example), list), 'example')) asked++;
    }),
    { seed: 20260916, numRuns: 30 },
  );
  // Damage that the loader refuses asks no rule anything.
  expect(asked).toBeGreaterThan(8);
});
