import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFreeze, type FreezeObservation, MINT_PAUSED } from '../../../verifier/solana/freeze-check.ts';
import { FREEZE_CODES } from '../../../verifier/solana/freeze-codes.ts';
import { TOKEN_2022_PROGRAM as TOKEN } from '../../../verifier/solana/program-ids.ts';

const HOOK = 'Hook111111111111111111111111111111111111111';
const EXPECTED = [{ program: HOOK, code: 6042 }, MINT_PAUSED];

/** A simulation in which the hook, called by the token program in instruction `index`, returns `code`. */
const refusedWith = (code: number, index = 0) => {
  const failed = `failed: custom program error: 0x${code.toString(16)}`;
  const logs = [`Program ${TOKEN} invoke [1]`, `Program ${HOOK} invoke [2]`, `Program ${HOOK} ${failed}`];
  return {
    slot: 1n,
    err: { InstructionError: [index, { Custom: code }] },
    logs: [...logs, `Program ${TOKEN} ${failed}`],
  };
};
const FROZEN: FreezeObservation = { transferIndex: 0, simulation: refusedWith(6042), paused: true };
const PASSED = { slot: 1n, err: null, logs: [] };

const EACH_CODE = {
  frozen: FROZEN,
  'not-frozen': { ...FROZEN, simulation: PASSED, paused: false },
  bypassed: { ...FROZEN, simulation: PASSED },
  'refused-otherwise': { ...FROZEN, simulation: refusedWith(6001) },
  'flag-not-set': { ...FROZEN, paused: false },
  'flag-unreadable': { ...FROZEN, paused: null },
  'not-a-transfer': { ...FROZEN, transferIndex: null },
  'not-simulated': { ...FROZEN, simulation: null },
} as const satisfies Record<keyof typeof FREEZE_CODES, FreezeObservation>;

describe('checkFreeze', () => {
  it.each(Object.entries(EACH_CODE))('%s is returned for its own observation', (name, observation) => {
    expect(checkFreeze(observation, EXPECTED).name).toBe(name);
  });

  it('does not accept the right code from the wrong program', () => {
    expect(checkFreeze(FROZEN, [{ program: TOKEN, code: 6042 }]).name).toBe('refused-otherwise');
  });

  it('does not accept the refusal of another instruction than the transfer', () => {
    expect(checkFreeze({ ...FROZEN, simulation: refusedWith(6042, 1) }, EXPECTED).name).toBe(
      'refused-otherwise',
    );
  });

  it.each([
    ['an error without logs', { ...refusedWith(6042), logs: [] }],
    ['logs that name another code than the error', { ...refusedWith(6001), logs: refusedWith(6042).logs }],
    ['a transaction that never ran', { slot: 1n, err: 'BlockhashNotFound', logs: [] }],
    ['a malformed error', { ...refusedWith(6042), err: { InstructionError: 'Custom' } }],
  ])('takes %s for no proof', (_what, simulation) => {
    expect(checkFreeze({ ...FROZEN, simulation }, EXPECTED).name).toBe('refused-otherwise');
  });

  it('answers any error and any logs with a code, and "frozen" only for the expected pair', () => {
    const logs = fc.array(fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom(...refusedWith(6042).logs)));
    const err = fc.oneof(
      fc.jsonValue(),
      fc.constant(refusedWith(6042).err),
      fc.constant(refusedWith(6001).err),
    );
    fc.assert(
      fc.property(err, logs, (err, logs) => {
        const { name, refusal } = checkFreeze({ ...FROZEN, simulation: { slot: 1n, err, logs } }, EXPECTED);
        expect(Object.keys(FREEZE_CODES)).toContain(name);
        if (name === 'frozen') expect(refusal?.error).toEqual(EXPECTED[0]);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
