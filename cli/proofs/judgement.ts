import { hasDropped } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { ReportedFinding } from '../check-report.ts';
import { statementOf } from './by-promise.ts';
import { proofFindings } from './proof-findings.ts';
import type { ProofsResult, ToldWaiver } from './proofs-part.ts';

/** What was found about the promise of a proof, in whatever runbook, and who answers for it. */
export interface Judgement {
  readonly finding: ReportedFinding;
  readonly waiver: ToldWaiver | undefined;
}

export type Judge = (proof: ToldProof) => Judgement | undefined;

export function judgeOf({ proofs, everything, waived }: ProofsResult): Judge {
  const waivers = new Map(waived.map(({ finding, waiver }) => [keyOf(finding), waiver]));
  const known = new Map<string, Judgement | undefined>();
  const judge: Judge = (proof) => {
    const mine = proofs.filter((each) => subjectOf(each) === subjectOf(proof));
    const [finding] = proofFindings(mine, everything);
    return finding && { finding, waiver: waivers.get(keyOf(finding)) };
  };
  return (proof) => {
    const key = subjectOf(proof);
    if (!known.has(key)) known.set(key, judge(proof));
    return known.get(key);
  };
}

/** Findings that the report of no proof tells. */
export function othersOf(result: ProofsResult): ReportedFinding[] {
  const judge = judgeOf(result);
  const told = new Set(result.proofs.filter(hasDropped).map((proof) => judge(proof)?.finding.fingerprint));
  return result.findings.filter(
    ({ rule, fingerprint }) => rule !== 'promise-is-kept' && !told.has(fingerprint),
  );
}

/** A promise that survives less than it did somewhere is another matter than that it breaks elsewhere. */
const subjectOf = (proof: ToldProof): string => `${statementOf(proof)} ${hasDropped(proof)}`;

const keyOf = ({ book, fingerprint }: ReportedFinding): string => `${book} ${fingerprint}`;
