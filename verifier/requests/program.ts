import { bytesToHex } from '@noble/curves/utils.js';
import { type Decoder, field, hexOf, orNull } from '../json-fields.ts';
import type { AccountSnapshot } from '../solana/account-snapshot.ts';
import { type AuditedProgram, checkProgram } from '../solana/program-check.ts';
import type { Check, Verdict } from '../verdict.ts';
import { account } from './account.ts';
import { address } from './base58-field.ts';

/** `{ program, program_data, audited: { sha256, upgrade_authority } }`: two accounts (or null) and the audited values. */
export const programRequest: Decoder<Check> = (value, at) => {
  const program = field(value, at, 'program', orNull(account));
  const programData = field(value, at, 'program_data', orNull(account));
  const audited = field(value, at, 'audited', auditedProgram);
  return () => programVerdict(program, programData, audited);
};

export const auditedProgram: Decoder<AuditedProgram> = (value, at) => ({
  sha256: bytesToHex(field(value, at, 'sha256', hexOf(32))),
  upgradeAuthority: field(value, at, 'upgrade_authority', orNull(address)),
});

export function programVerdict(
  program: AccountSnapshot | null,
  programData: AccountSnapshot | null,
  audited: AuditedProgram,
): Verdict {
  const { name, deployed } = checkProgram(program, programData, audited);
  const facts: Record<string, string> = {
    'audited sha256': audited.sha256,
    'audited upgrade authority': audited.upgradeAuthority ?? 'none, the program must be final',
  };
  if (deployed !== null) {
    facts['deployed sha256'] = deployed.sha256;
    facts['deployed upgrade authority'] = deployed.upgradeAuthority ?? 'none, the program is final';
    facts['last deployed'] = `slot ${deployed.deployedSlot}`;
  }
  return { name, facts };
}
