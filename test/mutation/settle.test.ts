import { expect, test } from 'vitest';
import { mutationResult } from '../../cli/mutation/mutation-part.ts';
import type { ToldWaiver } from '../../cli/proofs/told-waivers.ts';
import type { Fate } from '../../mutation/fate.ts';
import type { ToldMutant } from '../../mutation/told-mutant.ts';

const mutant = (fingerprint: string, fate: Fate): ToldMutant => ({
  book: 'small',
  fingerprint,
  operator: 'drop-step',
  file: 'runbooks/small/x.yaml',
  line: 3,
  path: [],
  fate,
  diff: [],
});
const survived = mutant('000000000001', { kind: 'survived', hint: 'expect it' });
const killed = mutant('000000000002', {
  kind: 'killed',
  by: { kind: 'check', rule: 'r' },
  message: 'it is not so',
});
const waiver = (fingerprint: string, expires = '2030-01-01'): ToldWaiver => ({
  book: 'small',
  rule: 'slip-is-noticed',
  fingerprint,
  owner: 'lead',
  reason: 'r',
  expires,
  position: { file: 'policies/small/waivers.yaml', line: 1, column: 1 },
});
const rules = (waivers: ToldWaiver[], everything: boolean) =>
  mutationResult([survived, killed], { day: '2026-09-01', everything, waivers }, true).findings.map(
    ({ rule }) => rule,
  );

test('an explanation of a slip that does not go unnoticed is a finding', () => {
  expect(rules([waiver(survived.fingerprint)], true)).toEqual([]);
  expect(rules([waiver(survived.fingerprint), waiver(killed.fingerprint)], false)).toEqual([
    'waiver-is-still-needed',
  ]);
});

test('an explanation of a slip that there is not is a finding once all slips were asked for', () => {
  const strange = [waiver(survived.fingerprint), waiver('00000000000f')];
  expect(rules(strange, false)).toEqual([]);
  expect(rules(strange, true)).toEqual(['waiver-is-still-needed']);
});

test('an explanation does not outlive its last day', () => {
  expect(rules([waiver(survived.fingerprint, '2026-08-31')], true)).toEqual([
    'waiver-has-not-expired',
    'slip-is-noticed',
  ]);
});
