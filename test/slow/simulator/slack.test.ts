import { expect, test } from 'vitest';
import { proverOf } from '../../../simulator/explore/prove.ts';
import { tellSlack } from '../../../simulator/proofs/tell-proof.ts';
import { houseBook } from '../../simulator/tiny-book.ts';

const closedBy = (by: string, takes = '0..5m') => `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: worker, takes: ${takes}, produces: [valve-closed], within: {by: ${by}, from: declared}}
`;

function slackIn(changes: string) {
  const book = houseBook(changes);
  const prover = proverOf(book, {
    runbook: 'leak',
    budget: { states: 50_000, bytes: 1e8 },
    outages: false,
    starts: '2026-09-16T14:00:00Z',
  });
  const promise = prover.machine.promises.find(({ name }) => name === 'step/close-valve');
  if (!promise) throw new Error('the house closes its valve');
  return tellSlack(book, prover, promise);
}

test.each([
  ['a promise that the book breaks', '8m', 8],
  ['one that is kept on the bell', '10m', 10],
  ['one with room to spare', '1h', 60],
])('%s takes what answering and working take at the most, whatever was promised', (_, by, minutes) => {
  const slack = slackIn(closedBy(by));
  expect({ bound: slack?.bound, worst: slack?.worst, proved: slack?.proved }).toEqual({
    bound: minutes * 60,
    worst: 600,
    proved: true,
  });
});

test('the longest way says who takes how long', () => {
  const lines = slackIn(closedBy('8m', '2m..7m'))?.lines.map(({ at, text }) => `${at} ${text}`);
  expect(lines?.at(0)).toBe('0 the clock starts');
  expect(lines?.slice(-3)).toEqual([
    '300 Plumber answers the page to Worker',
    '300 Plumber begins close valve',
    '720 Plumber finishes close valve',
  ]);
});
