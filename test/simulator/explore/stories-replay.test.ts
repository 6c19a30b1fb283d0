import { expect, test } from 'vitest';
import { storiesReplay } from '../telling-house.ts';

test('a fact that comes to light a second after an alert is no second early in the story', () => {
  const house = {
    unbroken: 'for: 30m, ',
    known: 'if: {facts: [flooded]}, ',
    decides: 'lead',
    reviewed: '',
    sends: '0..4m',
    works: '6m..10m',
  } as const;
  expect(storiesReplay(house, ['invariant/never-told'])).toBe(1);
});

test('what else breaks when the instant of the break is over belongs to the story', () => {
  const house = {
    unbroken: '',
    known: 'if: {facts: [flooded]}, ',
    decides: 'lead',
    reviewed: '',
    sends: '0..1m',
    works: '0..5m',
  } as const;
  expect(storiesReplay(house, ['invariant/resolved-first'])).toBe(1);
});
