import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnoseFork } from '../../../verifier/ethereum/fork-diagnosis.ts';
import { type Fork, forkVersionAt } from '../../../verifier/ethereum/fork-version.ts';

const OLD = Uint8Array.of(5, 0, 0, 0);
const NEW = Uint8Array.of(6, 0, 0, 0);
const FORK: Fork = { previousVersion: OLD, currentVersion: NEW, epoch: 1_000n };
const FORK_SLOT = 32_000n;

const slots = fc
  .tuple(fc.integer({ min: -80, max: 80 }), fc.integer({ min: 1, max: 80 }))
  .map(([offset, gap]) => ({
    attestedSlot: FORK_SLOT + BigInt(offset),
    signatureSlot: FORK_SLOT + BigInt(offset + gap),
  }));

test('slot 0 and slot 1 are signed under the version of epoch 0', () => {
  expect(forkVersionAt(0n, { ...FORK, epoch: 0n })).toBe(NEW);
  expect(forkVersionAt(0n, FORK)).toBe(OLD);
  expect(forkVersionAt(1n, FORK)).toBe(OLD);
});

test('the last signature under the previous version stands in the first block of the fork', () => {
  expect(forkVersionAt(FORK_SLOT, FORK)).toBe(OLD);
  expect(forkVersionAt(FORK_SLOT + 1n, FORK)).toBe(NEW);
});

test('a verifier that follows the rule is never told of a bug, whatever the slots are', () => {
  fc.assert(
    fc.property(slots, fc.option(fc.constantFrom(OLD, NEW), { nil: undefined }), (at, usedBefore) => {
      const used = forkVersionAt(at.signatureSlot, FORK);
      const seen = { fork: FORK, ...at, used, ...(usedBefore === undefined ? {} : { usedBefore }) };
      const isChanged = usedBefore !== undefined && usedBefore !== used;
      expect(diagnoseFork({ ...seen, isVerified: true })).toBe(
        isChanged ? 'fork-boundary-informational' : undefined,
      );
      expect(diagnoseFork({ ...seen, isVerified: false })).toBe('unexplained');
    }),
    { seed: 1 },
  );
});

test('a verifier that keeps the old version is told so as soon as no slot can excuse it', () => {
  fc.assert(
    fc.property(slots, (at) => {
      fc.pre(at.attestedSlot >= FORK_SLOT);
      const seen = { fork: FORK, ...at, used: OLD, isVerified: false };
      expect(diagnoseFork(seen)).toBe('hard-coded-version');
    }),
    { seed: 2 },
  );
});

test('a version that the Fork object does not hold is a constant, on either side of the fork', () => {
  fc.assert(
    fc.property(slots, fc.boolean(), (at, isVerified) => {
      const seen = { fork: FORK, ...at, used: Uint8Array.of(4, 0, 0, 0), isVerified };
      expect(diagnoseFork(seen)).toBe('hard-coded-version');
    }),
    { seed: 3 },
  );
});
