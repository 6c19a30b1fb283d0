import { grouped } from '../../rules/words/grouped.ts';
import { hasDropped } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { ReportedFinding } from '../check-report.ts';
import { statementOf } from './by-promise.ts';
import { proofFindings } from './proof-findings.ts';
import type { ProofsResult } from './proofs-part.ts';
import type { ToldWaiver } from './told-waivers.ts';

/** What was found about the promise of a proof, in whatever runbook, and who answers for it. */
export interface Judgement {
  readonly finding: ReportedFinding;
  readonly waiver: ToldWaiver | undefined;
}

export type Judge = (proof: ToldProof) => Judgement | undefined;

export function judgeOf({ proofs, everything, waived }: ProofsResult): Judge {
  const waivers = new Map(waived.map(({ finding, waiver }) => [keyOf(finding), waiver]));
  const known = new Map<string, Judgement | undefined>();
  const subjects = grouped(proofs, subjectOf);
  const judge = (key: string): Judgement | undefined => {
    const [finding] = proofFindings(subjects.get(key) ?? [], everything);
    return finding && { finding, waiver: waivers.get(keyOf(finding)) };
  };
  return (proof) => {
    const key = subjectOf(proof);
    if (!known.has(key)) known.set(key, judge(key));
    return known.get(key);
  };
}

/** Findings that the report of no proof tells. */
export function othersOf(result: ProofsResult, judge: Judge): ReportedFinding[] {
  const told = new Set(result.proofs.filter(hasDropped).map((proof) => judge(proof)?.finding.fingerprint));
  return result.findings.filter(
    ({ rule, fingerprint }) => rule !== 'promise-is-kept' && !told.has(fingerprint),
  );
}

/** A promise that survives less than it did somewhere is another matter than that it breaks elsewhere. */
const subjectOf = (proof: ToldProof): string => `${statementOf(proof)} ${hasDropped(proof)}`;

const keyOf = ({ book, fingerprint }: ReportedFinding): string => `${book} ${fingerprint}`;
