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
  /** The edit that mends it, or the command. */
  readonly mend: string;
}

export type ReportFinding = (finding: ContractFinding) => void;

/** What to run after the edit: a rung that was climbed shows on the page, or in the next comparison. */
const AFTER_THE_EDIT: Partial<Record<ContractRuleId, string>> = {
  'code-is-declared': 'drillbook codes --check',
  'code-is-documented': 'drillbook codes --write',
  'code-has-a-vector': 'drillbook codes --check',
  'code-is-returned': 'drillbook codes --check',
  'code-is-handled': 'drillbook check && drillbook codes --check',
  'return-names-its-code': 'drillbook codes --check',
};

/** The fingerprint names the contract: two contracts may share a sheet. */
export function toFinding(contract: string, { mend, subject, ...rest }: ContractFinding): Finding {
  const command = AFTER_THE_EDIT[rest.rule];
  const hint = command === undefined ? mend : `${mend}; then run \`${command}\``;
  return makeFinding({ ...rest, subject: `${contract} ${subject}`, hint });
}
