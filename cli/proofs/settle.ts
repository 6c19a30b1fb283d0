import { fingerprint } from '../../model/fingerprint.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import { byPlace } from '../../model/sort-findings.ts';
import type { WaiverRuleId } from '../../rules/waivers/waiver-rules.ts';
import type { RecordedTolerance } from '../../simulator/proofs/recorded.ts';
import { standingOf } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { ReportedFinding } from '../check-report.ts';
import { byPromise } from './by-promise.ts';
import { fingerprintOf, markOf, proofFindings, vanishedOf } from './proof-findings.ts';
import type { ProofRuleId } from './proof-rules.ts';
import type { ToldWaiver } from './told-waivers.ts';

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

/** A finding that somebody answers for. */
export interface WaivedBreak {
  readonly finding: ReportedFinding;
  readonly waiver: ToldWaiver;
}

/** What is left of the findings once the waivers are read. */
export interface Settled {
  /** Breaks that nobody answers for, and waivers for breaks that are gone. */
  readonly findings: readonly ReportedFinding[];
  readonly waived: readonly WaivedBreak[];
  /** Promises that the search could not decide: book and name. */
  readonly undecided: readonly string[];
}

/** Pure: the same proofs, waivers and day give the same findings, however the proofs were split. */
export function settle(proofs: readonly ToldProof[], asked: Asked): Settled {
  const { day, everything, waivers } = asked;
  const found = [...proofFindings(proofs, everything), ...asked.vanished.map(vanishedOf)];
  const waived = found.flatMap((finding): WaivedBreak[] => {
    const waiver = waivers.find((each) => covers(each, finding) && each.expires >= day);
    return waiver ? [{ finding, waiver }] : [];
  });
  const hidden = new Set(waived.map(({ finding }) => finding));
  const open = found.filter((finding) => !hidden.has(finding));
  const faults = waivers.flatMap((waiver) => faultOf(waiver, found, proofs, { day, everything }) ?? []);
  return {
    findings: [...open, ...faults].sort((a, b) => byPlace({ ...a, position: a }, { ...b, position: b })),
    waived,
    undecided: [
      ...new Set(
        proofs
          .filter((proof) => standingOf(proof) === 'undecided')
          .map(({ book, promise }) => `${book} ${promise}`),
      ),
    ],
  };
}

const covers = (waiver: ToldWaiver, { book, rule, fingerprint: mark }: ReportedFinding): boolean =>
  waiver.book === book && waiver.rule === rule && waiver.fingerprint === mark;

/** A waiver that has ended while its finding is there, or whose promise was asked everywhere and has no such finding. */
function faultOf(
  waiver: ToldWaiver,
  found: readonly ReportedFinding[],
  proofs: readonly ToldProof[],
  { day, everything }: Pick<Asked, 'day' | 'everything'>,
): ReportedFinding | undefined {
  const finding = found.find((each) => covers(waiver, each));
  if (finding)
    return waiver.expires >= day
      ? undefined
      : fault(
          waiver,
          'waiver-has-not-expired',
          `this waiver of \`${waiver.owner}\` ended on ${waiver.expires}, and the finding is still there: ${finding.message}`,
          'mend it, or give a new day and a reason that still holds',
        );
  if (!everything) return undefined;
  const mine = promiseOf(waiver, proofs);
  if (mine?.some((proof) => standingOf(proof) === 'undecided')) return undefined;
  const other = mine && found.find((each) => each.book === waiver.book && isOf(each, mine));
  return other
    ? fault(
        waiver,
        'waiver-matches-its-finding',
        `the promise now breaks in another way, ${other.fingerprint}: ${other.message}`,
        'read that finding; then waive it anew, or strike this waiver',
      )
    : fault(
        waiver,
        'waiver-is-still-needed',
        `\`${waiver.rule}\` finds nothing here any more`,
        'strike the waiver',
      );
}

/** A break with more people late than this is waived by nobody. */
const MOST_LATE = 20;

/** The proofs of the promise that a waiver was written for, whatever its finding said then. */
function promiseOf(waiver: ToldWaiver, proofs: readonly ToldProof[]): readonly ToldProof[] | undefined {
  const rule = waiver.rule as ProofRuleId;
  return byPromise(proofs.filter(({ book }) => book === waiver.book)).find(({ worst, promise }) =>
    [promise, ...Array.from({ length: MOST_LATE + 1 }, (_, cost) => markOf(promise, cost))].some(
      (subject) => fingerprintOf(worst, rule, subject) === waiver.fingerprint,
    ),
  )?.proofs;
}

const isOf = ({ fingerprint: mark }: ReportedFinding, proofs: readonly ToldProof[]): boolean =>
  proofFindings(proofs, true).some((each) => each.fingerprint === mark);

function fault(waiver: ToldWaiver, rule: WaiverRuleId, message: string, hint: string): ReportedFinding {
  const { book, position } = waiver;
  return {
    book,
    rule,
    message,
    hint,
    ...position,
    fingerprint: fingerprint(rule, position.file, ['waivers'], waiver.fingerprint),
  };
}
