import { abbreviationStandsInTheGlossary } from './abbreviation-stands-in-the-glossary.ts';
import { absenceLeavesNoRoleEmpty } from './absence-leaves-no-role-empty.ts';
import { actionIsTakenByAProcedure } from './action-is-taken-by-a-procedure.ts';
import { actionNeedsTheSameApprovalsEverywhere } from './action-needs-the-same-approvals-everywhere.ts';
import { actionWaitsEquallyEverywhere } from './action-waits-equally-everywhere.ts';
import { approvalsComeFromDifferentPeople } from './approvals-come-from-different-people.ts';
import { approvedActionCanBeCarriedOut } from './approved-action-can-be-carried-out.ts';
import { approverIsNotTheCompromised } from './approver-is-not-the-compromised.ts';
import { authorityIsNotBypassed } from './authority-is-not-bypassed.ts';
import { automatedMessageNeedsNoReview } from './automated-message-needs-no-review.ts';
import { backupIsSomebodyElse } from './backup-is-somebody-else.ts';
import { codeHasARunbook } from './code-has-a-runbook.ts';
import { codesHaveAPrecedence } from './codes-have-a-precedence.ts';
import { compromiseIsExcludedBeforeEvidenceIsDestroyed } from './compromise-is-excluded-before-evidence-is-destroyed.ts';
import { destroyedEvidenceIsPreservedSomewhere } from './destroyed-evidence-is-preserved-somewhere.ts';
import { effectOfACodeIsVerified } from './effect-of-a-code-is-verified.ts';
import { escalationPathEnds } from './escalation-path-ends.ts';
import { evidenceIsPreservedBeforeItIsDestroyed } from './evidence-is-preserved-before-it-is-destroyed.ts';
import { fileIsNamedForItsDocument } from './file-is-named-for-its-document.ts';
import { holderIsWhomTheContactSheetNames } from './holder-is-whom-the-contact-sheet-names.ts';
import { messageGoesThroughItsOneSender } from './message-goes-through-its-one-sender.ts';
import { messagePromisesWhatItMaySay } from './message-promises-what-it-may-say.ts';
import { messageSaysOnlyWhatIsKnownByThen } from './message-says-only-what-is-known-by-then.ts';
import { nobodyChecksHisOwnWork } from './nobody-checks-his-own-work.ts';
import { noticesFollowTheirDeadlines } from './notices-follow-their-deadlines.ts';
import { pageMovesOn } from './page-moves-on.ts';
import { pagedPersonCanBeReached } from './paged-person-can-be-reached.ts';
import { participantIsSomebody } from './participant-is-somebody.ts';
import { powerNeedsTheQuorumOfItsGroup } from './power-needs-the-quorum-of-its-group.ts';
import { promisedMessageHasASender } from './promised-message-has-a-sender.ts';
import { quorumCanBeMet } from './quorum-can-be-met.ts';
import { requirementStandsOnOneSideOfItsAction } from './requirement-stands-on-one-side-of-its-action.ts';
import type { Rule } from './rule.ts';
import { stepNeedsNothingThatWasTakenAway } from './step-needs-nothing-that-was-taken-away.ts';
import { timeLimitIsKeptByAClock } from './time-limit-is-kept-by-a-clock.ts';
import { timelockFitsItsStep } from './timelock-fits-its-step.ts';
import { vagueWordHasANumber } from './vague-word-has-a-number.ts';
import { whoeverIsPagedStandsOnTheContactSheet } from './whoever-is-paged-stands-on-the-contact-sheet.ts';
import { worstIncidentIsStabilisedBeforeItIsDiagnosed } from './worst-incident-is-stabilised-before-it-is-diagnosed.ts';

/** Every rule that `check` runs, in the order of their names. */
export const ALL_RULES: readonly Rule[] = [
  abbreviationStandsInTheGlossary,
  absenceLeavesNoRoleEmpty,
  actionIsTakenByAProcedure,
  actionNeedsTheSameApprovalsEverywhere,
  actionWaitsEquallyEverywhere,
  approvalsComeFromDifferentPeople,
  approvedActionCanBeCarriedOut,
  approverIsNotTheCompromised,
  authorityIsNotBypassed,
  automatedMessageNeedsNoReview,
  backupIsSomebodyElse,
  codeHasARunbook,
  codesHaveAPrecedence,
  compromiseIsExcludedBeforeEvidenceIsDestroyed,
  destroyedEvidenceIsPreservedSomewhere,
  effectOfACodeIsVerified,
  escalationPathEnds,
  evidenceIsPreservedBeforeItIsDestroyed,
  fileIsNamedForItsDocument,
  holderIsWhomTheContactSheetNames,
  messageGoesThroughItsOneSender,
  messagePromisesWhatItMaySay,
  messageSaysOnlyWhatIsKnownByThen,
  nobodyChecksHisOwnWork,
  noticesFollowTheirDeadlines,
  pageMovesOn,
  pagedPersonCanBeReached,
  participantIsSomebody,
  powerNeedsTheQuorumOfItsGroup,
  promisedMessageHasASender,
  quorumCanBeMet,
  requirementStandsOnOneSideOfItsAction,
  stepNeedsNothingThatWasTakenAway,
  timeLimitIsKeptByAClock,
  timelockFitsItsStep,
  vagueWordHasANumber,
  whoeverIsPagedStandsOnTheContactSheet,
  worstIncidentIsStabilisedBeforeItIsDiagnosed,
];
