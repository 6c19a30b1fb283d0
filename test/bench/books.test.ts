import { expect, test } from 'vitest';
import { shipped, toy } from '../../bench/books.ts';

test('the books that are measured are those that ship, with all that is written beside their YAML', () => {
  const begins = { site: 'declare/P1', alternative: 'engineer' };
  expect(shipped('rwa-tokens', 'custody-discrepancy', begins).machine.promises.length).toBeGreaterThan(30);
  expect(shipped('paxiom', 'o-101-service-endpoint-down', begins).machine.promises.length).toBeGreaterThan(
    10,
  );
  expect(toy().machine.promises.length).toBeGreaterThan(0);
});
