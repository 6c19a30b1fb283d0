import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SlotReport, slotAge } from '../../../verifier/solana/slot-age.ts';

const at = (origin: string, slot: bigint): SlotReport => ({ endpoint: `rpc ${origin}`, origin, slot });
const down = (origin: string): SlotReport => ({ endpoint: `rpc ${origin}`, origin, unavailable: 'timeout' });

describe('slotAge', () => {
  it('measures against the highest endpoint, so a lagging one cannot hide staleness', () => {
    expect(slotAge(100n, [at('a', 101n), at('b', 106n)], 5n)).toMatchObject({ name: 'stale', age: 6n });
    expect(slotAge(100n, [at('a', 101n), at('b', 105n)], 5n)).toMatchObject({ name: 'fresh', age: 5n });
  });

  it('refuses a slot one ahead of everybody', () => {
    expect(slotAge(107n, [at('a', 101n), at('b', 106n)], 5n)).toMatchObject({ name: 'future', age: -1n });
  });

  it('does not count one endpoint twice, and names those that did not answer', () => {
    const verdict = slotAge(100n, [at('a', 101n), at('a', 102n), down('b')], 5n);
    expect(verdict).toEqual({ name: 'unknown', age: null, unavailable: ['rpc b'] });
  });

  it('says unknown for any slot and any answers of a single origin', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 64n - 1n), fc.array(fc.bigInt(0n, 2n ** 64n - 1n)), (slot, slots) => {
        expect(
          slotAge(
            slot,
            slots.map((s) => at('a', s)),
            5n,
          ).name,
        ).toBe('unknown');
      }),
      { seed: 5 },
    );
  });
});
