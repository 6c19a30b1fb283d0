import { expect, test } from 'vitest';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { houseBook } from './tiny-book.ts';

const demandsIn = (changes: string) =>
  Object.fromEntries(
    lowerIncident(houseBook(changes), { runbook: 'leak' }).promises.map(({ name, tolerate, pinned }) => [
      name,
      pinned ? `${tolerate}!` : tolerate,
    ]),
  );

const INVARIANTS = `
kind: invariants
invariants:
  - {id: closes, after: declared, expect: valve-closed, within: 20m, source: {section: "1"}}
  - {id: closes-with-one, after: declared, expect: valve-closed, within: 30m, tolerate: 1, source: {section: "1"}}
  - {id: order, order: [declared, valve-closed], source: {section: "1"}}
  - {id: order-with-two, order: [declared, valve-closed], tolerate: 2, source: {section: "1"}}
  - {id: calm, never: {severity: [P1]}, source: {section: "1"}}
  - {id: steady, at_most: 4h, state: {resolved: false}, source: {section: "1"}}
`;

test('by itself a deadline must not break alone, and what no clock decides must hold whoever is late', () => {
  expect(demandsIn(INVARIANTS)).toMatchObject({
    'respond/P0': 0,
    'invariant/closes': 0,
    'invariant/steady': 0,
    'invariant/order': 'any',
    'invariant/calm': 'any',
  });
});

test('whatever is promised may say itself how many failures it must survive', () => {
  const changes = `${INVARIANTS}---
kind: severities
levels: {P0: {response: {tolerate: any}}}
---
kind: command
cadence: {channel: call, by: commander, every: {P0: 15m}, tolerate: 1, source: {section: "1"}}
---
kind: escalation
paths:
  calls: {on: {page: lead, severity: [P0]}, levels: [{page: lead, ack_within: 5m, tolerate: 3, timeout: 10m}], loop: until-acknowledged, source: {section: "1"}}
`;
  expect(demandsIn(changes)).toMatchObject({
    'respond/P0': 'any!',
    'update/P0': '1!',
    'acknowledge/calls': '3!',
    'invariant/closes-with-one': '1!',
    'invariant/order-with-two': '2!',
  });
});
