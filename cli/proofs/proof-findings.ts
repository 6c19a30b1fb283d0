import { fingerprint } from '../../model/fingerprint.ts';
import type { RecordedTolerance } from '../../simulator/proofs/recorded.ts';
import { hasDropped, standingOf } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { ReportedFinding } from '../check-report.ts';
import { clockFace } from '../render/clock.ts';
import { byPromise, type PromiseProofs } from './by-promise.ts';
import type { ProofRuleId } from './proof-rules.ts';
import {
  breakWords,
  demandWords,
  incidentWords,
  lateWords,
  recordedWords,
  survivesWords,
} from './proof-words.ts';

/** One finding a promise, whatever number of runbooks it breaks in: most often one line is to be changed. */
export function proofFindings(proofs: readonly ToldProof[], everything: boolean): ReportedFinding[] {
  return [
    ...byPromise(proofs.filter(hasDropped)).map(dropOf),
    ...byPromise(proofs.filter((proof) => !hasDropped(proof))).flatMap((mine): ReportedFinding[] => {
      if (mine.standing === 'broken') return [breakOf(mine)];
      return mine.standing === 'never-called' && everything ? [silence(mine)] : [];
    }),
  ];
}

/** What is recorded of promises that are made no more, or no more in that incident. */
export const vanishedOf = ({
  book,
  runbook,
  promise,
  survives,
  position,
}: RecordedTolerance): ReportedFinding => ({
  book,
  rule: DROPPED,
  message: `the incident of ${runbook} makes the promise ${promise} no more; it ${recordedWords(survives)}`,
  hint: RECORD,
  ...position,
  fingerprint: fingerprint(DROPPED, position.file, [runbook], promise),
});

const DROPPED = 'promise-survives-as-recorded' satisfies ProofRuleId;
const RECORD =
  'give back what was taken away; if it is meant, `drillbook prove --record` writes down what is left';

function dropOf({ worst, promise, proofs }: PromiseProofs): ReportedFinding {
  const { recorded, story, survives } = worst;
  const where = incidentWords(worst);
  const places = proofs.length === 1 ? where : `${where} and ${proofs.length - 1} more`;
  return findingOf(
    worst,
    DROPPED,
    `${promise} ${story ? survivesWords(survives) : 'silent'}`,
    `"${plain(worst)}" ${recordedWords(recorded ?? 'none')}, and now it ${breakWords(worst)}, in ${places}`,
    RECORD,
  );
}

function breakOf(mine: PromiseProofs): ReportedFinding {
  const { worst, promise } = mine;
  const broken = mine.proofs.filter((proof) => standingOf(proof) === 'broken');
  const where = incidentWords(worst);
  const places = broken.length === 1 ? where : `${where} and ${broken.length - 1} more`;
  if (worst.verdict === 'does-not-settle')
    return findingOf(
      worst,
      'consequences-settle',
      promise,
      `"${plain(worst)}": in ${places} some instant never ends`,
    );
  const at = worst.story?.at ?? 0;
  const cost = worst.story?.cost ?? 0;
  return findingOf(
    worst,
    'promise-is-kept',
    markOf(promise, cost),
    `"${plain(worst)}" breaks ${lateWords(worst.story?.late ?? [])}, in ${places}${worst.timed ? ` at ${clockFace([at])(at)}` : ''}; ${demandWords(worst)}`,
    `\`drillbook prove ${promise} --save\` tells the story and keeps it as a drill`,
  );
}

const silence = ({ worst, promise, proofs }: PromiseProofs): ReportedFinding =>
  findingOf(
    worst,
    'promise-can-be-called',
    promise,
    `"${plain(worst)}" is called on in no incident of ${proofs.length === 1 ? worst.runbook : `${proofs.length} runbooks`}`,
    'look for what it waits for, or strike it',
  );

/** A promise that breaks with fewer failures than when it was waived is another finding. */
export const markOf = (promise: string, cost: number): string => `${promise} ${cost}`;

export const fingerprintOf = (
  { position, path }: Pick<ToldProof, 'position' | 'path'>,
  rule: ProofRuleId,
  subject: string,
): string => fingerprint(rule, position?.file ?? '', path, subject);

export function findingOf(
  proof: Pick<ToldProof, 'book' | 'position' | 'path'>,
  rule: ProofRuleId,
  subject: string,
  message: string,
  hint?: string,
): ReportedFinding {
  const { book, position } = proof;
  return {
    book,
    rule,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(position ?? { file: `policies/${book}/book.yaml`, line: 1, column: 1 }),
    fingerprint: fingerprintOf(proof, rule, subject),
  };
}

const plain = ({ text }: ToldProof): string => text.replace(/\.$/, '');
