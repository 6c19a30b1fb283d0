import { absenceLeavesNoRoleEmpty } from './absence-leaves-no-role-empty.ts';
import { actionIsTakenByAProcedure } from './action-is-taken-by-a-procedure.ts';
import { actionNeedsTheSameApprovalsEverywhere } from './action-needs-the-same-approvals-everywhere.ts';
import { actionWaitsEquallyEverywhere } from './action-waits-equally-everywhere.ts';
import { approvalsComeFromDifferentPeople } from './approvals-come-from-different-people.ts';
import { approvedActionCanBeCarriedOut } from './approved-action-can-be-carried-out.ts';
import { approverIsNotTheCompromised } from './approver-is-not-the-compromised.ts';
import { authorityIsNotBypassed } from './authority-is-not-bypassed.ts';
import { backupIsSomebodyElse } from './backup-is-somebody-else.ts';
import { compromiseIsExcludedBeforeEvidenceIsDestroyed } from './compromise-is-excluded-before-evidence-is-destroyed.ts';
import { destroyedEvidenceIsPreservedSomewhere } from './destroyed-evidence-is-preserved-somewhere.ts';
import { escalationPathEnds } from './escalation-path-ends.ts';
import { evidenceIsPreservedBeforeItIsDestroyed } from './evidence-is-preserved-before-it-is-destroyed.ts';
import { fileIsNamedForItsDocument } from './file-is-named-for-its-document.ts';
import { holderIsWhomTheContactSheetNames } from './holder-is-whom-the-contact-sheet-names.ts';
import { nobodyChecksHisOwnWork } from './nobody-checks-his-own-work.ts';
import { pageMovesOn } from './page-moves-on.ts';
import { pagedPersonCanBeReached } from './paged-person-can-be-reached.ts';
import { participantIsSomebody } from './participant-is-somebody.ts';
import { powerNeedsTheQuorumOfItsGroup } from './power-needs-the-quorum-of-its-group.ts';
import { quorumCanBeMet } from './quorum-can-be-met.ts';
import { requirementStandsOnOneSideOfItsAction } from './requirement-stands-on-one-side-of-its-action.ts';
import type { Rule } from './rule.ts';
import { stepNeedsNothingThatWasTakenAway } from './step-needs-nothing-that-was-taken-away.ts';
import { timelockFitsItsStep } from './timelock-fits-its-step.ts';
import { whoeverIsPagedStandsOnTheContactSheet } from './whoever-is-paged-stands-on-the-contact-sheet.ts';
import { worstIncidentIsStabilisedBeforeItIsDiagnosed } from './worst-incident-is-stabilised-before-it-is-diagnosed.ts';

/** Every rule that `check` runs, in the order of their names. */
export const ALL_RULES: readonly Rule[] = [
  absenceLeavesNoRoleEmpty,
  actionIsTakenByAProcedure,
  actionNeedsTheSameApprovalsEverywhere,
  actionWaitsEquallyEverywhere,
  approvalsComeFromDifferentPeople,
  approvedActionCanBeCarriedOut,
  approverIsNotTheCompromised,
  authorityIsNotBypassed,
  backupIsSomebodyElse,
  compromiseIsExcludedBeforeEvidenceIsDestroyed,
  destroyedEvidenceIsPreservedSomewhere,
  escalationPathEnds,
  evidenceIsPreservedBeforeItIsDestroyed,
  fileIsNamedForItsDocument,
  holderIsWhomTheContactSheetNames,
  nobodyChecksHisOwnWork,
  pageMovesOn,
  pagedPersonCanBeReached,
  participantIsSomebody,
  powerNeedsTheQuorumOfItsGroup,
  quorumCanBeMet,
  requirementStandsOnOneSideOfItsAction,
  stepNeedsNothingThatWasTakenAway,
  timelockFitsItsStep,
  whoeverIsPagedStandsOnTheContactSheet,
  worstIncidentIsStabilisedBeforeItIsDiagnosed,
];
