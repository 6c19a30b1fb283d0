import type { IsoDate } from '../../model/generated/types.ts';
import type { Position } from '../../model/position.ts';
import { rejoined } from '../../simulator/proofs/proof-tasks.ts';
import type { RecordedTolerance } from '../../simulator/proofs/recorded.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { ReportedFinding } from '../check-report.ts';
import type { Part } from '../parts/part.ts';
import { type Settled, settle } from './settle.ts';

/** What `prove --json` prints and `--out` writes, see schemas/reports/. */
export type ProofsPart = Part<'proofs', ProofsResult>;

/** Proofs, and what they mean for whoever asked: all but the proofs follows from them, the waivers and the day. */
export interface ProofsResult extends Asked, Settled {
  /** In the order of the books, their runbooks and the promises of each. */
  readonly proofs: readonly ToldProof[];
}

/** What proofs are judged by. */
export interface Asked {
  /** The day on which waivers are judged. */
  readonly day: IsoDate;
  /** Every runbook of incidents was asked, and every promise of each: only then is silence a finding. */
  readonly everything: boolean;
  /** Waivers of the books for what proofs find. */
  readonly waivers: readonly ToldWaiver[];
  /** What is recorded of promises that the incidents that were asked make no more. */
  readonly vanished: readonly RecordedTolerance[];
}

export interface ToldWaiver {
  readonly book: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly owner: string;
  readonly reason: string;
  readonly expires: IsoDate;
  readonly position: Position;
}

/** A finding that somebody answers for. */
export interface WaivedBreak {
  readonly finding: ReportedFinding;
  readonly waiver: ToldWaiver;
}

export const resultOf = (proofs: readonly ToldProof[], asked: Asked, complete: boolean): ProofsResult => ({
  day: asked.day,
  everything: asked.everything,
  waivers: asked.waivers,
  vanished: asked.vanished,
  ...settle(proofs, { ...asked, everything: asked.everything && complete }),
  proofs,
});

/** Results of all parts, in the order of their numbers, as if they had never been parted. */
export function joinProofs(parts: readonly ProofsResult[]): ProofsResult {
  const [first] = parts;
  if (!first) throw new Error('no part was given');
  return resultOf(rejoined(parts.map(({ proofs }) => proofs)), first, true);
}
