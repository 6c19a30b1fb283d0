import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';
import { MUTANTS } from './small-mutants.ts';

const ids = ALL_OPERATORS.map(({ id }) => id);
const BESIDE = ['all', 'operator', 'dropping', 'other-role', 'select', 'times'];

test('every operator stands in the list, once, by the name of its file, in the order of the names', () => {
  const files = readdirSync('mutation/operators').map((file) => file.replace(/\.ts$/, ''));
  expect(ids).toEqual(files.filter((file) => !BESIDE.includes(file)).sort());
});

test('every operator says in a sentence what it imitates', () => {
  for (const { id, summary } of ALL_OPERATORS) expect(summary, id).toMatch(/^[A-Z].{10,}\.$/);
});

test('no two mutants of a file read the same, and each has a fingerprint of its own', () => {
  expect(new Set(MUTANTS.map(({ file, text }) => `${file}\n${text}`)).size).toBe(MUTANTS.length);
  expect(new Set(MUTANTS.map(({ fingerprint }) => fingerprint)).size).toBe(MUTANTS.length);
});

const places = (operator: string) =>
  MUTANTS.filter((each) => each.operator === operator).map(({ path }) => path.join('.'));

test('operators find their places by the schemas', () => {
  expect(places('drop-backup')).toEqual(['contacts.commander.backup', 'contacts.engineer.backup']);
  expect(places('loop-off')).toEqual(['paths.wake-engineer.loop']);
  expect(places('swap-steps')).toEqual(['phases.look.steps.save-logs']);
  expect(places('drop-requirement')).toEqual(['phases.look.steps.find-cause.requires.0', 'resolved.when.0']);
  expect(places('fewer-signers')).toContain('authorities.spend-money.approvals.1.at_least');
});

test('times get half and twice as long, and one grain shorter and longer', () => {
  const lengths = (operator: string) =>
    MUTANTS.filter((each) => each.operator === operator && each.file.endsWith('escalation.yaml')).map(
      ({ changes: [change] }) => (change?.op === 'set' ? change.to : undefined),
    );
  expect(lengths('lengthen-time')).toEqual(['10m', '20m', '20m']);
  expect(lengths('shorten-time')).toEqual(['150s', '5m', '5m']);
  expect(lengths('later-by-a-grain')).toEqual(['6m', '11m', '11m']);
  expect(lengths('earlier-by-a-grain')).toEqual(['4m', '9m', '9m']);
});
