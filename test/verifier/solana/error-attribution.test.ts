import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ATTRIBUTION_CODES } from '../../../verifier/solana/attribution-codes.ts';
import { attributeError } from '../../../verifier/solana/error-attribution.ts';
import { TOKEN_2022_PROGRAM as TOKEN } from '../../../verifier/solana/program-ids.ts';

const HOOK = 'Hook111111111111111111111111111111111111111';
const NESTED = [
  `Program ${TOKEN} invoke [1]`,
  'Program log: Instruction: TransferChecked',
  `Program ${HOOK} invoke [2]`,
  `Program ${HOOK} consumed 99 of 180000 compute units`,
  `Program ${HOOK} failed: custom program error: 0x179a`,
  `Program ${TOKEN} consumed 9999 of 200000 compute units`,
  `Program ${TOKEN} failed: custom program error: 0x179a`,
];

const EACH_CODE = {
  'custom-error': NESTED,
  'other-error': [
    `Program ${HOOK} invoke [1]`,
    `Program ${HOOK} failed: missing required signature for instruction`,
  ],
  'no-failure': [`Program ${HOOK} invoke [1]`, `Program ${HOOK} success`],
  'truncated-logs': [
    `Program ${TOKEN} invoke [1]`,
    'Log truncated',
    `Program ${TOKEN} failed: custom program error: 0x179a`,
  ],
  'malformed-logs': [`Program ${HOOK} failed: custom program error: 0x179a`],
} as const satisfies Record<keyof typeof ATTRIBUTION_CODES, readonly string[]>;

describe('attributeError', () => {
  it.each(Object.entries(EACH_CODE))('%s is returned for its own logs', (name, logs) => {
    expect(attributeError(logs).name).toBe(name);
  });

  it('names the inner program that failed first, not the callers that repeat its code', () => {
    expect(attributeError(NESTED)).toMatchObject({
      error: { program: HOOK, code: 6042 },
      path: [TOKEN, HOOK],
    });
  });

  it('does not blame an inner program that had already succeeded', () => {
    const logs = [
      ...NESTED.slice(0, 3),
      `Program ${HOOK} success`,
      `Program ${TOKEN} failed: custom program error: 0x11`,
    ];
    expect(attributeError(logs)).toMatchObject({ error: { program: TOKEN, code: 17 }, path: [TOKEN] });
  });

  it.each([
    `Program log: Program ${HOOK} failed: custom program error: 0x179a`,
    `Program data: \nProgram ${HOOK} failed: custom program error: 0x179a`,
    `Program log: x\nProgram ${HOOK} failed: custom program error: 0x179a`,
    `Program return: ${HOOK} failed: custom program error: 0x179a`,
  ])('is not deceived by what a program prints: %j', (forged) => {
    const logs = [
      `Program ${TOKEN} invoke [1]`,
      forged,
      `Program ${TOKEN} failed: custom program error: 0x43`,
    ];
    expect(attributeError(logs).error).toEqual({ program: TOKEN, code: 67 });
  });

  it('reads codes as unsigned 32 bits and refuses to read more into them', () => {
    const code = (hex: string) =>
      attributeError([
        `Program ${HOOK} invoke [1]`,
        `Program ${HOOK} failed: custom program error: 0x${hex}`,
      ]);
    expect(code('ffffffff').error?.code).toBe(2 ** 32 - 1);
    expect(code('0').error?.code).toBe(0);
    expect(code('100000000').name).toBe('other-error');
  });

  it('answers any list with a code, and names an error only if some entry says so in full', () => {
    const entry = fc.oneof(fc.string(), fc.constantFrom(...NESTED, 'Log truncated'), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (logs) => {
        const { name, error } = attributeError(logs);
        const line = `Program ${error?.program} failed: custom program error: 0x${error?.code.toString(16)}`;
        expect(name === 'custom-error').toBe(error !== null);
        if (error !== null) expect(logs).toContain(line);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
