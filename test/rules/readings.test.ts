import { describe, expect, test } from 'vitest';
import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { longestClosed } from '../../rules/clock/longest-closed.ts';
import { outsideFacts } from '../../rules/procedure/outside-facts.ts';
import { playOut } from '../../rules/procedure/play-out.ts';
import { saysTheSame } from '../../rules/severity/same-condition.ts';
import { quantitiesIn } from '../../rules/words/quantities-in.ts';
import { exampleBook } from './example-book.ts';

describe('two conditions are the same', () => {
  const subject = 'RPC infrastructure degradation';
  test.each([
    ['RPC failover triggered', 'The failover is triggered'],
    ['always', 'typically, when it happens'],
    [undefined, 'always'],
  ])('%s and %s', (one, other) => {
    expect(saysTheSame(one, other, subject)).toBe(true);
    expect(saysTheSame(other, one, subject)).toBe(true);
  });

  test.each([
    ['older than the limit', 'older than half the limit'],
    ['slot age above 3', 'slot age above 5'],
    ['one is down', 'both are down'],
    [undefined, 'one is down'],
  ])('but not %s and %s', (one, other) => {
    expect(saysTheSame(one, other, subject)).toBe(false);
    expect(saysTheSame(other, one, subject)).toBe(false);
  });
});

test('a sentence gives its numbers with their units, times in seconds, and nothing else', () => {
  const text = 'P0 after Error 6001: above 10% for 5 minutes, 5 slots, 500ms, 2-of-3, in Q4, 24 hours';
  expect(quantitiesIn(text).map(({ value, unit }) => `${value} ${unit}`)).toEqual([
    '10 %',
    '300 s',
    '5 slot',
    '0.5 s',
    '86400 s',
  ]);
});

test.each([
  [['mon', 'tue', 'wed', 'thu', 'fri'], 64],
  [['mon'], 160],
  [['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], 16],
] as const)('who works %s from 9 to 17 is away for at most %i hours', (days, hours) => {
  const calendar = { zone: 'Etc/UTC', days: [...days], opens: '09:00', shuts: '17:00' };
  expect(longestClosed(calendar)).toBe(hours * 3600);
});

describe('a runbook that is played out', () => {
  const book = loadBook(
    exampleBook(`
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Look., by: lead}
      - {id: mend, text: Mend., by: lead, requires: [part-bought]}
      - {id: close-valve, text: Close., by: lead, produces: [valve-closed]}
  - id: aside
    title: Aside
    order: any
    starts: at-once
    steps:
      - {id: buy, text: Buy a part., by: lead, produces: [part-bought]}
causes:
  read_by: look
  values:
    pipe: {title: A pipe, resolution: Mend it., then: [mend]}
    shop: {title: No part, resolution: Buy one., then: [buy]}
`),
    'example',
  ).book as Book;
  const runbook = book.runbooks.get('leak');
  if (!runbook) throw new Error('the example has a runbook leak');
  const play = playOut(book, outsideFacts(book), runbook);

  test('stops where a step waits for what only another cause brings', () => {
    const { waiting, taken } = play({ cause: 'pipe', waits: true });
    expect(waiting.map(({ placed, missing }) => [placed.step.id, missing])).toEqual([
      ['mend', ['part-bought']],
    ]);
    expect([...taken]).toEqual(['look']);
  });

  test('goes past the steps of other causes', () => {
    expect([...play({ cause: 'shop', waits: true }).taken]).toEqual(['look', 'close-valve', 'buy']);
  });

  test('takes every step of its cause when nothing waits', () => {
    expect(play({ cause: 'pipe', waits: false }).holds('valve-closed')).toBe(true);
  });
});
