import type { AccountSnapshot } from './account-snapshot.ts';
import { type DeployedProgram, programDataAddress, readProgramData } from './program-account.ts';
import type { ProgramCode } from './program-codes.ts';
import { UPGRADEABLE_LOADER } from './program-ids.ts';

export type AuditedProgram = {
  /** Lower-case hex, 64 digits, as `programHash` computes it. */
  readonly sha256: string;
  /** Base58, or null for a program that must be final. */
  readonly upgradeAuthority: string | null;
};

export type ProgramVerdict = { readonly name: ProgramCode; readonly deployed: DeployedProgram | null };

/**
 * Is what runs on chain what was audited, and who may replace it? When both differ the hash names the code,
 * and `deployed` shows the authority too.
 *
 * Leaves to its caller: where the audited values come from, and that both accounts were read at one slot.
 */
export function checkProgram(
  program: AccountSnapshot | null,
  programData: AccountSnapshot | null,
  audited: AuditedProgram,
): ProgramVerdict {
  const without = (name: ProgramCode) => ({ name, deployed: null });
  if (program === null) return without('absent');
  if (program.owner !== UPGRADEABLE_LOADER || !program.executable) return without('not-upgradeable');
  const dataAddress = programDataAddress(program);
  if (dataAddress === null) return without('malformed');
  if (programData === null) return without('absent');
  if (programData.address !== dataAddress || programData.owner !== UPGRADEABLE_LOADER)
    return without('malformed');
  const deployed = readProgramData(programData);
  if (deployed === null) return without('malformed');
  return { name: compare(deployed, audited), deployed };
}

function compare(deployed: DeployedProgram, audited: AuditedProgram): ProgramCode {
  if (deployed.sha256 !== audited.sha256) return 'hash-differs';
  return deployed.upgradeAuthority === audited.upgradeAuthority ? 'matches' : 'authority-differs';
}
