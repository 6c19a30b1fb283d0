import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHIPPED_BOOKS, shippedFiles } from '../../docs/shipped-books.ts';
import { damages, exampleFiles, halfValid } from '../../rules/half-valid-book.ts';
import { expectSoundFindings } from '../../rules/sound-findings.ts';

test('rules answer with findings whatever becomes of the examples of all rules', () => {
  let asked = 0;
  fc.assert(
    fc.property(fc.nat(), damages(3), (example, list) => {
      if (expectSoundFindings(halfValid(exampleFiles(example), list), 'example')) asked++;
    }),
    { seed: 20261128, numRuns: 600 },
  );
  expect(asked).toBeGreaterThan(75);
});

test.each(SHIPPED_BOOKS)('rules answer with findings whatever becomes of %s', (id) => {
  const files = shippedFiles(id);
  let asked = 0;
  fc.assert(
    fc.property(damages(2), (list) => {
      if (expectSoundFindings(halfValid(files, list), id)) asked++;
    }),
    { seed: 20261128, numRuns: 40 },
  );
  expect(asked).toBeGreaterThan(5);
});
