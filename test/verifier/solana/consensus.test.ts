import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BalanceReport, consensus } from '../../../verifier/solana/consensus.ts';

const says = (source: string, balance: bigint, identity = source): BalanceReport => ({
  source,
  identity,
  balance,
});
const silent = (source: string): BalanceReport => ({ source, identity: source, unavailable: 'timeout' });

describe('consensus', () => {
  it('agreed: two of three state the supply, and the third is named', () => {
    const verdict = consensus([says('custodian', 500n), says('node', 500n), says('audit', 400n)], 500n);
    expect(verdict).toMatchObject({
      name: 'agreed',
      agreeing: ['custodian', 'node'],
      disagreeing: [{ source: 'audit', balance: 400n }],
    });
  });

  it('discrepancy: two sources agree on something that is not the supply', () => {
    expect(consensus([says('custodian', 400n), says('node', 400n), says('audit', 500n)], 500n)).toMatchObject(
      {
        name: 'discrepancy',
        balance: 400n,
      },
    );
  });

  it('split: three sources, three numbers; or two pairs against each other', () => {
    expect(consensus([says('a', 1n), says('b', 2n), says('c', 3n)], 1n).name).toBe('split');
    expect(consensus([says('a', 1n), says('b', 1n), says('c', 2n), says('d', 2n)], 1n).name).toBe('split');
  });

  it('too-few-sources: one answer decides nothing, and the silent ones are named with their reason', () => {
    expect(consensus([says('a', 1n), silent('b'), silent('c')], 1n)).toMatchObject({
      name: 'too-few-sources',
      unavailable: [
        { source: 'b', reason: 'timeout' },
        { source: 'c', reason: 'timeout' },
      ],
    });
  });

  it('counts a source once, whether it is heard twice, under two names or with two identities', () => {
    expect(consensus([says('a', 1n), says('a', 1n)], 1n).name).toBe('too-few-sources');
    expect(consensus([says('a', 1n, 'key'), says('b', 1n, 'key')], 1n).name).toBe('too-few-sources');
    expect(consensus([says('a', 1n, 'key'), says('a', 1n, 'other key')], 1n).name).toBe('too-few-sources');
    const chain = [says('a', 1n, 'x'), says('b', 1n, 'y'), says('a', 1n, 'y')];
    expect(consensus(chain, 1n).name).toBe('too-few-sources');
  });

  it('lets a source that contradicts itself count for nothing', () => {
    expect(consensus([says('a', 1n), says('a', 2n), says('b', 1n)], 1n)).toMatchObject({
      name: 'too-few-sources',
      contradicting: ['a'],
    });
  });

  it('gives one liar among three no way to a false agreement, whatever it says and however often', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 10n), { maxLength: 5 }), fc.bigInt(0n, 10n), (lies, supply) => {
        const honest = [says('b', 11n), says('c', 12n)];
        const heard = [...lies.map((lie) => says('a', lie)), ...honest];
        expect(consensus(heard, supply).name).not.toBe('agreed');
      }),
      { seed: 5 },
    );
  });

  it('does not depend on the order in which sources are heard', () => {
    const report = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('k', 'l', 'm'),
        fc.option(fc.bigInt(0n, 2n)),
      )
      .map(
        ([source, identity, balance]): BalanceReport =>
          balance === null ? { source, identity, unavailable: 'down' } : { source, identity, balance },
      );
    fc.assert(
      fc.property(fc.array(report, { maxLength: 6 }), fc.bigInt(0n, 2n), (reports, supply) => {
        const [forth, back] = [consensus(reports, supply), consensus(reports.toReversed(), supply)];
        expect([back.name, back.balance]).toEqual([forth.name, forth.balance]);
      }),
      { seed: 5 },
    );
  });
});
