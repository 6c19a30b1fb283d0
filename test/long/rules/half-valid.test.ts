import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damages, exampleFiles, halfValid } from '../../rules/half-valid-book.ts';
import { expectSoundFindings } from '../../rules/sound-findings.ts';
import { OWN_FILES } from '../../simulator/own-files.ts';

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

test.each(Object.entries(OWN_FILES))('rules answer with findings whatever becomes of %s', (id, files) => {
  let asked = 0;
  fc.assert(
    fc.property(damages(2), (list) => {
      if (expectSoundFindings(halfValid(files, list), id)) asked++;
    }),
    { seed: 20261128, numRuns: 40 },
  );
  expect(asked).toBeGreaterThan(5);
});
