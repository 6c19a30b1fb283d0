import { expect, test } from 'vitest';
import { fingerprintOf, markOf } from '../../../cli/proofs/proof-findings.ts';
import { proofsExit } from '../../../cli/proofs/proofs-exit.ts';
import { joinProofs, type ProofsPart, resultOf } from '../../../cli/proofs/proofs-part.ts';
import type { Asked } from '../../../cli/proofs/settle.ts';
import type { ToldWaiver } from '../../../cli/proofs/told-waivers.ts';
import { partOf } from '../../../simulator/proofs/proof-tasks.ts';
import type { ToldProof } from '../../../simulator/proofs/told-proof.ts';
import { someProof, someStory } from '../../simulator/proofs/some-proof.ts';

const kept = someProof();
const broken = (cost = 0, parts: Partial<ToldProof> = {}) =>
  someProof({
    verdict: 'broken',
    survives: cost === 0 ? null : cost - 1,
    story: someStory(cost),
    demanded: cost,
    ...parts,
  });
const undecided = someProof({ verdict: 'gave-up', survives: null });
const asleep = someProof({ verdict: 'never-called', survives: 'any' });

const waiver = (cost: number, parts: Partial<ToldWaiver> = {}): ToldWaiver => ({
  book: 'house',
  rule: 'promise-is-kept',
  fingerprint: fingerprintOf(kept, 'promise-is-kept', markOf(kept.promise, cost)),
  owner: 'lead',
  reason: 'The valve is being moved.',
  expires: '2026-12-31',
  position: { file: 'policies/house/waivers.yaml', line: 3, column: 5 },
  ...parts,
});

const ASKED: Asked = { day: '2026-06-01', everything: true, waivers: [], vanished: [] };
const rulesOf = (proofs: readonly ToldProof[], asked: Partial<Asked> = {}, complete = true) => {
  const { findings, waived } = resultOf(proofs, { ...ASKED, ...asked }, complete);
  return { rules: findings.map(({ rule }) => rule), waived: waived.length };
};
const exitOf = (proofs: readonly ToldProof[], asked: Partial<Asked> = {}) =>
  proofsExit({ result: resultOf(proofs, { ...ASKED, ...asked }, true) } as ProofsPart);

test('a promise is one finding, whatever number of runbooks it breaks in, and the cheapest break tells it', () => {
  const { findings } = resultOf([broken(1, { runbook: 'drip', demanded: 1 }), broken(0), kept], ASKED, true);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toContain('breaks although nobody is late, in leak and 1 more at 0:08');
});

test('promises of one name that two runbooks make are two findings, and each has its own waiver', () => {
  const other = { position: { file: 'runbooks/house/drip.yaml', line: 5, column: 3 }, runbook: 'drip' };
  const both = [broken(), broken(0, other)];
  expect(rulesOf(both).rules).toEqual(['promise-is-kept', 'promise-is-kept']);
  const mine = (parts: Partial<ToldProof>) =>
    waiver(0, { fingerprint: fingerprintOf(broken(0, parts), 'promise-is-kept', markOf(kept.promise, 0)) });
  expect(rulesOf(both, { waivers: [mine({}), mine(other)] })).toEqual({ rules: [], waived: 2 });
});

test('a waiver covers its break until its last day, and no break with fewer people late', () => {
  expect(rulesOf([broken()], { waivers: [waiver(0)] })).toEqual({ rules: [], waived: 1 });
  expect(rulesOf([broken()], { waivers: [waiver(0)], day: '2026-12-31' })).toEqual({ rules: [], waived: 1 });
  expect(rulesOf([broken()], { waivers: [waiver(0)], day: '2027-01-01' }).rules.sort()).toEqual([
    'promise-is-kept',
    'waiver-has-not-expired',
  ]);
  expect(rulesOf([broken()], { waivers: [waiver(1)] }).rules.sort()).toEqual([
    'promise-is-kept',
    'waiver-matches-its-finding',
  ]);
  expect(rulesOf([broken()], { waivers: [waiver(0, { book: 'other' })] }).rules).toContain('promise-is-kept');
});

test('a waiver outlives its break only where every runbook was asked and nothing was left open', () => {
  const unused = { waivers: [waiver(0)] };
  expect(rulesOf([kept], unused).rules).toEqual(['waiver-is-still-needed']);
  expect(rulesOf([kept], { ...unused, everything: false }).rules).toEqual([]);
  expect(rulesOf([kept], unused, false).rules).toEqual([]);
  expect(rulesOf([undecided], unused).rules).toEqual([]);
  expect(rulesOf([], { waivers: [waiver(0, { fingerprint: '000000000000' })] }).rules).toEqual([
    'waiver-is-still-needed',
  ]);
});

test('a promise that nothing calls is a finding only where every runbook was asked, and where no other calls it', () => {
  expect(rulesOf([asleep]).rules).toEqual(['promise-can-be-called']);
  expect(rulesOf([asleep], {}, false).rules).toEqual([]);
  expect(rulesOf([asleep, someProof({ runbook: 'drip' })]).rules).toEqual([]);
});

test('consequences that do not settle are a finding of their own rule', () => {
  expect(rulesOf([someProof({ verdict: 'does-not-settle', survives: null })]).rules).toEqual([
    'consequences-settle',
  ]);
});

test('what was not decided is never a success, whatever else was found, and neither is nothing at all', () => {
  expect(exitOf([kept])).toBe('ok');
  expect(exitOf([kept, undecided])).toBe('nothingMeasured');
  expect(exitOf([broken(), undecided])).toBe('findings');
  expect(exitOf([broken(), undecided], { waivers: [waiver(0)] })).toBe('nothingMeasured');
  expect(exitOf([broken()], { waivers: [waiver(0)] })).toBe('ok');
  expect(exitOf([])).toBe('nothingMeasured');
  expect(exitOf([asleep], { everything: false })).toBe('nothingMeasured');
});

test('parts join to what was never split: silence and waivers are judged only then', () => {
  const proofs = [kept, broken(0, { promise: 'respond/P0' }), asleep, undecided];
  const asked = { ...ASKED, waivers: [waiver(0)] };
  const whole = resultOf(proofs, asked, true);
  const parts = [1, 2, 3].map((index) => resultOf(partOf(proofs, { index, of: 3 }), asked, false));
  expect(joinProofs(parts)).toEqual(whole);
  expect(parts.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(['promise-is-kept']);
});

const recorded = { book: 'house', runbook: 'leak', promise: 'step/gone', survives: 1 } as const;
const RECORD = { file: 'policies/house/tolerances.yaml', line: 9, column: 7 };

test('a promise that survives less than is recorded is a finding, which the waiver of a break elsewhere does not cover', () => {
  const elsewhere = broken(0, { runbook: 'drip' });
  const dropped = broken(1, { demanded: 0, recorded: 'any' });
  const asked = { waivers: [waiver(0)] };
  expect(rulesOf([elsewhere], asked)).toEqual({ rules: [], waived: 1 });
  expect(rulesOf([elsewhere, dropped], asked)).toEqual({
    rules: ['promise-survives-as-recorded'],
    waived: 1,
  });
  expect(rulesOf([broken(1, { demanded: 0, recorded: 0 })]).rules).toEqual([]);
  expect(exitOf([dropped])).toBe('findings');
  const [finding] = resultOf([dropped], ASKED, true).findings;
  expect(finding?.message).toContain('survived whoever is late, and now it breaks when person 0 is late');
});

test('a promise that is called on only where something is lost is not silent', () => {
  expect(rulesOf([asleep]).rules).toEqual(['promise-can-be-called']);
  expect(rulesOf([asleep, someProof({ verdict: 'holds', calledInOutages: true })]).rules).toEqual([]);
});

test('a recorded promise that nothing calls any more has dropped; one that is not decided is no success', () => {
  expect(rulesOf([someProof({ ...asleep, recorded: 0 })]).rules).toEqual(['promise-survives-as-recorded']);
  const open = someProof({ verdict: 'holds-up-to', survives: 0, demanded: 0, recorded: 1 });
  expect(rulesOf([open]).rules).toEqual([]);
  expect(exitOf([open])).toBe('nothingMeasured');
});

test('a break that is recorded is no drop; to be called on no more is one even then', () => {
  const breaks = broken(0, { demanded: 0, recorded: 'none' });
  expect(rulesOf([breaks]).rules).toEqual(['promise-is-kept']);
  const silent = someProof({ ...asleep, recorded: 'none' });
  expect(rulesOf([silent]).rules).toEqual(['promise-survives-as-recorded']);
  expect(resultOf([silent], ASKED, true).findings[0]?.message).toContain(
    'broke although nobody was late, and now it is called on no more',
  );
});

test('a recorded promise that is made no more is a finding where it is recorded', () => {
  const { findings } = resultOf([kept], { ...ASKED, vanished: [{ ...recorded, position: RECORD }] }, true);
  expect(findings).toMatchObject([{ rule: 'promise-survives-as-recorded', ...RECORD }]);
  expect(findings[0]?.message).toBe(
    'the incident of leak makes the promise step/gone no more; it survived any 1 person being late',
  );
  const waived = { ...recorded, survives: 'none' as const, position: RECORD };
  expect(resultOf([kept], { ...ASKED, vanished: [waived] }, true).findings[0]?.message).toMatch(
    /no more; it broke although nobody was late$/,
  );
});
