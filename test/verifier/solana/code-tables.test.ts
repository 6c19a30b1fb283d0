import { describe, expect, it } from 'vitest';
import type { CodeTable } from '../../../verifier/code-table.ts';
import { ATTESTATION_CODES } from '../../../verifier/solana/attestation-codes.ts';
import { ATTRIBUTION_CODES } from '../../../verifier/solana/attribution-codes.ts';
import { AUTHORITY_CODES } from '../../../verifier/solana/authority-codes.ts';
import { CONSENSUS_CODES } from '../../../verifier/solana/consensus-codes.ts';
import { EVIDENCE_CODES } from '../../../verifier/solana/evidence-codes.ts';
import { FREEZE_CODES } from '../../../verifier/solana/freeze-codes.ts';
import { HALT_CODES } from '../../../verifier/solana/halt-codes.ts';
import { PROGRAM_CODES } from '../../../verifier/solana/program-codes.ts';
import { SLOT_AGE_CODES } from '../../../verifier/solana/slot-age-codes.ts';
import { VECTORS_CODES } from '../../../verifier/vectors-codes.ts';

const TABLES: Record<string, CodeTable> = {
  ATTESTATION_CODES,
  ATTRIBUTION_CODES,
  AUTHORITY_CODES,
  CONSENSUS_CODES,
  EVIDENCE_CODES,
  FREEZE_CODES,
  HALT_CODES,
  PROGRAM_CODES,
  SLOT_AGE_CODES,
  VECTORS_CODES,
};

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  const entries = Object.values(table);

  it('gives 1 to the only code that passes, and every code a number and a meaning of its own', () => {
    expect(entries.filter((entry) => entry.verdict === 'pass').map((entry) => entry.code)).toEqual([1]);
    expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length);
    expect(new Set(entries.map((entry) => entry.meaning)).size).toBe(entries.length);
  });

  it('numbers its codes downwards from 1 without a gap', () => {
    expect(entries.map((entry) => entry.code)).toEqual(entries.map((_, i) => 1 - i));
  });

  it('says what each code means in one clause', () => {
    for (const { meaning } of entries) expect(meaning).toMatch(/^[a-z0-9].*[^.]$/);
  });
});
