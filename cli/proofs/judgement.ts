import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { ReportedFinding } from '../check-report.ts';
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
  const judge: Judge = ({ book, promise }) => {
    const mine = proofs.filter((each) => each.book === book && each.promise === promise);
    const [finding] = proofFindings(mine, everything);
    return finding && { finding, waiver: waivers.get(keyOf(finding)) };
  };
  return (proof) => {
    const key = `${proof.book} ${proof.promise}`;
    if (!known.has(key)) known.set(key, judge(proof));
    return known.get(key);
  };
}

const keyOf = ({ book, fingerprint }: ReportedFinding): string => `${book} ${fingerprint}`;
