import { expect, test } from 'vitest';
import { prove } from '../../../simulator/explore/prove.ts';
import { houseBook } from '../tiny-book.ts';

/** Three owners call the city, and two of them stop the lift, or call the visit off that is on its way. */
const book = houseBook(`
kind: authorities
authorities:
  call-the-city:
    {title: Call the city, action: call-the-city, approvals: [{group: owners, of: 5, at_least: 3}], source: {section: "1"}}
  stop-the-lift:
    {title: Stop the lift, action: stop-the-lift, approvals: [{group: owners, of: 5, at_least: 2}], source: {section: "1"}}
  drain:
    {title: Drain the boiler, action: drain, approvals: [{role: lead}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: call-city, text: Call the city., by: lead, takes: 0..5m, authority: call-the-city}
      - {id: stop-lift, text: Stop the lift., by: worker, takes: 0..5m, authority: stop-the-lift}
      - {id: drain-boiler, text: Drain the boiler., by: worker, takes: 0..5m, authority: drain}
      - {id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed]}
---
kind: invariants
invariants:
  - {id: city, text: Three call the city., before: executed.call-the-city, require: [{signed: owners, count: 3}], source: {section: "1"}}
  - {id: lift, text: Three stop the lift., before: executed.stop-the-lift, require: [{signed: owners, count: 3}], source: {section: "1"}}
  - {id: two, text: Two stop the lift., before: authorised.stop-the-lift, require: [{signed: owners, count: 2}], source: {section: "1"}}
  - {id: boiler, text: Three drain the boiler., before: executed.drain, require: [{signed: owners, count: 3}], source: {section: "1"}}
  - {id: valve, text: Three were asked first., before: valve-closed, require: [{signed: owners, count: 3}], source: {section: "1"}}
`);

const verdictOf = (invariant: string) =>
  prove(book, {
    runbook: 'leak',
    promises: [`invariant/${invariant}`],
    budget: { states: 20_000, bytes: 1e8 },
    outages: false,
    starts: '2026-09-16T14:00:00Z',
  })[0]?.verdict;

test.each(['city', 'two'])(
  'an event that carries out an authority finds its own signatures: %s',
  (invariant) => {
    expect(verdictOf(invariant)).toMatchObject({ kind: 'holds' });
  },
);

test.each(['lift', 'boiler'])(
  'what was signed for one decision does not count for another: %s',
  (invariant) => {
    expect(verdictOf(invariant)).toMatchObject({ kind: 'broken', cost: 0 });
  },
);

test('an event that is about no authority finds the signatures of any', () => {
  expect(verdictOf('valve')).toMatchObject({ kind: 'holds' });
});
