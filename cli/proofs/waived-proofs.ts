import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { proofFindings } from './proof-findings.ts';
import type { ProofsResult } from './proofs-part.ts';

/** Whether the break of a proof is one that somebody answers for: of its promise, in whatever runbook. */
export function waivedProofs({ proofs, waived }: ProofsResult): (proof: ToldProof) => boolean {
  const marks = new Set(waived.map(({ finding }) => `${finding.book} ${finding.fingerprint}`));
  const known = new Map<string, boolean>();
  const isWaived = ({ book, promise }: ToldProof): boolean =>
    proofFindings(
      proofs.filter((each) => each.book === book && each.promise === promise),
      true,
    ).some(({ fingerprint }) => marks.has(`${book} ${fingerprint}`));
  return (proof) => {
    const key = `${proof.book} ${proof.promise}`;
    const answer = known.get(key) ?? isWaived(proof);
    known.set(key, answer);
    return answer;
  };
}
