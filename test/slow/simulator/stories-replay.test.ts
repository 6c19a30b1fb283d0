import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storiesReplay, tellingHouses } from '../../simulator/telling-house.ts';

test('whatever the house, a story that the prover saves is a drill in which its promise breaks at exactly the instant it names', () => {
  let seen = 0;
  fc.assert(
    fc.property(tellingHouses, (house) => {
      seen += storiesReplay(house);
    }),
    { numRuns: 12 },
  );
  expect(seen).toBeGreaterThan(12);
}, 300_000);
