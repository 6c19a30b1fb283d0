import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';
import type { Position } from '../model/position.ts';
import type { ContractRuleId } from './contract-rules.ts';

/** What is wrong here, where, and what mends it. `subject` tells apart findings of one rule in one file. */
export interface ContractFinding {
  readonly rule: ContractRuleId;
  readonly position: Position;
  readonly subject: string;
  readonly message: string;
  /** The edit or the command that mends it. */
  readonly mend: string;
}

export type ReportFinding = (finding: ContractFinding) => void;

/** The fingerprint names the contract: two contracts may share a sheet. */
export function toFinding(contract: string, { mend, subject, ...rest }: ContractFinding): Finding {
  return makeFinding({ ...rest, subject: `${contract} ${subject}`, hint: mend });
}
