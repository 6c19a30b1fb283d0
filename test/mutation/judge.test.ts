import { expect, test } from 'vitest';
import { judgeOf } from '../../mutation/judge/judge.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { BOOK, MUTANTS, mutantWith, SHELF } from './small-mutants.ts';

const guarded = { book: BOOK, shelf: SHELF, rules: ALL_RULES, today: '2026-09-01' };
const judge = judgeOf(guarded);

test('a mutant that is no book any more is invalid: what the loader says is told', () => {
  const fate = judge(mutantWith('drop-step', 'shop-down.yaml', 'tell-customers', 'id: find-cause'));
  expect(fate).toMatchObject({ kind: 'invalid', rule: 'reference-resolves' });
});

test('a finding that the book does not have kills', () => {
  const fate = judge(mutantWith('drop-timeout', 'escalation.yaml', '{page: engineer, ack_within: 5m}'));
  expect(fate).toMatchObject({ kind: 'killed', by: { kind: 'check' } });
});

/** Of every operator some, judged once. */
const SOME = MUTANTS.filter((_, place) => place % 7 === 0);
const FATES = SOME.map(judge);

test('a drill that goes otherwise kills, with what it says', () => {
  const drills = FATES.flatMap((fate) => (fate.kind === 'killed' && fate.by.kind === 'drill' ? [fate] : []));
  expect(drills.length).toBeGreaterThan(0);
  for (const { message } of drills) expect(message).not.toBe('');
});

test('fates do not depend on what was judged before', () => {
  const few = SOME.slice(0, 12);
  expect(few.toReversed().map(judgeOf(guarded)).reverse()).toEqual(FATES.slice(0, 12));
});

test('without rules and drills nothing is killed, and what is left was exercised by nothing', () => {
  const alone = judgeOf({ ...guarded, rules: [], book: { ...BOOK, scenarios: new Map() } });
  const kinds = SOME.slice(0, 12).map((mutant) => alone(mutant).kind);
  expect(kinds).not.toContain('killed');
  expect(kinds).not.toContain('survived');
});

test('an unnoticed slip comes with what would notice it', () => {
  const hints = FATES.flatMap((fate) => ('hint' in fate ? [fate.hint] : []));
  expect(hints.length).toBeGreaterThan(0);
  for (const hint of hints) expect(hint.length).toBeGreaterThan(20);
});
