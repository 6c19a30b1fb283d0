import { abbreviationStandsInTheGlossary } from './abbreviation-stands-in-the-glossary.ts';
import { absenceLeavesNoRoleEmpty } from './absence-leaves-no-role-empty.ts';
import { acknowledgementComesBeforeTheTakeover } from './acknowledgement-comes-before-the-takeover.ts';
import { actingRoleIsPaged } from './acting-role-is-paged.ts';
import { actionNeedsTheSameApprovalsEverywhere } from './action-needs-the-same-approvals-everywhere.ts';
import { actionWaitsEquallyEverywhere } from './action-waits-equally-everywhere.ts';
import { approvalsComeFromDifferentPeople } from './approvals-come-from-different-people.ts';
import { approvedActionCanBeCarriedOut } from './approved-action-can-be-carried-out.ts';
import { approverIsCalledBeforeHeIsNeeded } from './approver-is-called-before-he-is-needed.ts';
import { approverIsNotTheCompromised } from './approver-is-not-the-compromised.ts';
import { authorityIsNotBypassed } from './authority-is-not-bypassed.ts';
import { automatedMessageNeedsNoReview } from './automated-message-needs-no-review.ts';
import { backupIsSomebodyElse } from './backup-is-somebody-else.ts';
import { channelIsOpenAtTheSeverityOfItsUse } from './channel-is-open-at-the-severity-of-its-use.ts';
import { codeHasARunbook } from './code-has-a-runbook.ts';
import { codesHaveAPrecedence } from './codes-have-a-precedence.ts';
import { comparisonComparesSeveral } from './comparison-compares-several.ts';
import { compromiseIsExcludedBeforeEvidenceIsDestroyed } from './compromise-is-excluded-before-evidence-is-destroyed.ts';
import { conditionHasALevelFromItsStart } from './condition-has-a-level-from-its-start.ts';
import { deadlineSaysWhenItStarts } from './deadline-says-when-it-starts.ts';
import { declaredThingIsUsed } from './declared-thing-is-used.ts';
import { destroyedEvidenceIsPreservedSomewhere } from './destroyed-evidence-is-preserved-somewhere.ts';
import { documentIsNoOlderThanWhatItSays } from './document-is-no-older-than-what-it-says.ts';
import { documentLiesInOneThatExists } from './document-lies-in-one-that-exists.ts';
import { effectOfACodeIsVerified } from './effect-of-a-code-is-verified.ts';
import { escalationPathEnds } from './escalation-path-ends.ts';
import { everyActionIsTaken } from './every-action-is-taken.ts';
import { everyAlertOpensARunbook } from './every-alert-opens-a-runbook.ts';
import { everyCauseCanBeResolved } from './every-cause-can-be-resolved.ts';
import { everyCodeOfACheckIsHandled } from './every-code-of-a-check-is-handled.ts';
import { everyExampleLeadsSomewhere } from './every-example-leads-somewhere.ts';
import { everyExerciseHasARunbook } from './every-exercise-has-a-runbook.ts';
import { everyExerciseHasAScenario } from './every-exercise-has-a-scenario.ts';
import { everyKeyHasAProcedureForItsLoss } from './every-key-has-a-procedure-for-its-loss.ts';
import { everyLevelHasOnePolicy } from './every-level-has-one-policy.ts';
import { everyLevelIsReached } from './every-level-is-reached.ts';
import { everyOutcomeCanBeResolved } from './every-outcome-can-be-resolved.ts';
import { everyPartOfTheSourceIsCarried } from './every-part-of-the-source-is-carried.ts';
import { everyRunbookCanBeOpened } from './every-runbook-can-be-opened.ts';
import { everyRunbookIsExercised } from './every-runbook-is-exercised.ts';
import { everyServiceIsWatched } from './every-service-is-watched.ts';
import { everyStepCanBeReached } from './every-step-can-be-reached.ts';
import { evidenceIsPreservedBeforeItIsDestroyed } from './evidence-is-preserved-before-it-is-destroyed.ts';
import { exampleGivesTheNumbersOfItsMonitor } from './example-gives-the-numbers-of-its-monitor.ts';
import { exampleHasTheSeverityOfItsMonitor } from './example-has-the-severity-of-its-monitor.ts';
import { exerciseHasEverybodyItNeeds } from './exercise-has-everybody-it-needs.ts';
import { exerciseIsHeldInItsQuarter } from './exercise-is-held-in-its-quarter.ts';
import { fileIsNamedForItsDocument } from './file-is-named-for-its-document.ts';
import { heldBackAlertKeepsItsDeadline } from './held-back-alert-keeps-its-deadline.ts';
import { holderIsWhomTheContactSheetNames } from './holder-is-whom-the-contact-sheet-names.ts';
import { levelCallsTheSamePeopleEverywhere } from './level-calls-the-same-people-everywhere.ts';
import { measuredTriggerHasAMonitor } from './measured-trigger-has-a-monitor.ts';
import { messageGoesThroughItsOneSender } from './message-goes-through-its-one-sender.ts';
import { messagePromisesWhatItMaySay } from './message-promises-what-it-may-say.ts';
import { messageSaysOnlyWhatIsKnownByThen } from './message-says-only-what-is-known-by-then.ts';
import { monitorLooksOftenEnough } from './monitor-looks-often-enough.ts';
import { namedEventCanHappen } from './named-event-can-happen.ts';
import { nobodyChecksHisOwnWork } from './nobody-checks-his-own-work.ts';
import { noticesFollowTheirDeadlines } from './notices-follow-their-deadlines.ts';
import { oneDeadlineHasOneLength } from './one-deadline-has-one-length.ts';
import { pageMovesOn } from './page-moves-on.ts';
import { pagedPersonCanBeReached } from './paged-person-can-be-reached.ts';
import { participantIsSomebody } from './participant-is-somebody.ts';
import { powerNeedsTheQuorumOfItsGroup } from './power-needs-the-quorum-of-its-group.ts';
import { procedureAnswersAsFastAsItsLevel } from './procedure-answers-as-fast-as-its-level.ts';
import { promisedMessageHasASender } from './promised-message-has-a-sender.ts';
import { quorumCanBeMet } from './quorum-can-be-met.ts';
import { raiseChangesTheLevel } from './raise-changes-the-level.ts';
import { referredDocumentExists } from './referred-document-exists.ts';
import { requirementStandsOnOneSideOfItsAction } from './requirement-stands-on-one-side-of-its-action.ts';
import { responseComesBeforeTheRaise } from './response-comes-before-the-raise.ts';
import { reviewIsNotOverdue } from './review-is-not-overdue.ts';
import type { Rule } from './rule.ts';
import { runbookHasTheSeverityOfItsAlert } from './runbook-has-the-severity-of-its-alert.ts';
import { servicePagesAtTheSeverityOfItsAlerts } from './service-pages-at-the-severity-of-its-alerts.ts';
import { severityIsAlwaysDecided } from './severity-is-always-decided.ts';
import { severityIsStatedOnce } from './severity-is-stated-once.ts';
import { sourceDocumentHasAReviewCadence } from './source-document-has-a-review-cadence.ts';
import { sourceNamesAPartThatExists } from './source-names-a-part-that-exists.ts';
import { specificRaiseComesFirst } from './specific-raise-comes-first.ts';
import { startOfADeadlineIsNoticed } from './start-of-a-deadline-is-noticed.ts';
import { stepNeedsNothingThatWasTakenAway } from './step-needs-nothing-that-was-taken-away.ts';
import { stepsFitTheirDeadline } from './steps-fit-their-deadline.ts';
import { takeoverLeavesTime } from './takeover-leaves-time.ts';
import { timeLimitIsKeptByAClock } from './time-limit-is-kept-by-a-clock.ts';
import { timelockFitsItsStep } from './timelock-fits-its-step.ts';
import { timerDoesNotOvertakeTheProcedure } from './timer-does-not-overtake-the-procedure.ts';
import { triggerAgreesWithItsMonitor } from './trigger-agrees-with-its-monitor.ts';
import { vagueWordHasANumber } from './vague-word-has-a-number.ts';
import { whatAStepWaitsForCanCome } from './what-a-step-waits-for-can-come.ts';
import { whoeverIsPagedStandsOnTheContactSheet } from './whoever-is-paged-stands-on-the-contact-sheet.ts';
import { worseLevelHasTheFurtherLimit } from './worse-level-has-the-further-limit.ts';
import { worstIncidentIsStabilisedBeforeItIsDiagnosed } from './worst-incident-is-stabilised-before-it-is-diagnosed.ts';

/** Every rule that `check` runs, in the order of their names. */
export const ALL_RULES: readonly Rule[] = [
  abbreviationStandsInTheGlossary,
  absenceLeavesNoRoleEmpty,
  acknowledgementComesBeforeTheTakeover,
  actingRoleIsPaged,
  actionNeedsTheSameApprovalsEverywhere,
  actionWaitsEquallyEverywhere,
  approvalsComeFromDifferentPeople,
  approvedActionCanBeCarriedOut,
  approverIsCalledBeforeHeIsNeeded,
  approverIsNotTheCompromised,
  authorityIsNotBypassed,
  automatedMessageNeedsNoReview,
  backupIsSomebodyElse,
  channelIsOpenAtTheSeverityOfItsUse,
  codeHasARunbook,
  codesHaveAPrecedence,
  comparisonComparesSeveral,
  compromiseIsExcludedBeforeEvidenceIsDestroyed,
  conditionHasALevelFromItsStart,
  deadlineSaysWhenItStarts,
  declaredThingIsUsed,
  destroyedEvidenceIsPreservedSomewhere,
  documentIsNoOlderThanWhatItSays,
  documentLiesInOneThatExists,
  effectOfACodeIsVerified,
  escalationPathEnds,
  everyActionIsTaken,
  everyAlertOpensARunbook,
  everyCauseCanBeResolved,
  everyCodeOfACheckIsHandled,
  everyExampleLeadsSomewhere,
  everyExerciseHasARunbook,
  everyExerciseHasAScenario,
  everyKeyHasAProcedureForItsLoss,
  everyLevelHasOnePolicy,
  everyLevelIsReached,
  everyOutcomeCanBeResolved,
  everyPartOfTheSourceIsCarried,
  everyRunbookCanBeOpened,
  everyRunbookIsExercised,
  everyServiceIsWatched,
  everyStepCanBeReached,
  evidenceIsPreservedBeforeItIsDestroyed,
  exampleGivesTheNumbersOfItsMonitor,
  exampleHasTheSeverityOfItsMonitor,
  exerciseHasEverybodyItNeeds,
  exerciseIsHeldInItsQuarter,
  fileIsNamedForItsDocument,
  heldBackAlertKeepsItsDeadline,
  holderIsWhomTheContactSheetNames,
  levelCallsTheSamePeopleEverywhere,
  measuredTriggerHasAMonitor,
  messageGoesThroughItsOneSender,
  messagePromisesWhatItMaySay,
  messageSaysOnlyWhatIsKnownByThen,
  monitorLooksOftenEnough,
  namedEventCanHappen,
  nobodyChecksHisOwnWork,
  noticesFollowTheirDeadlines,
  oneDeadlineHasOneLength,
  pageMovesOn,
  pagedPersonCanBeReached,
  participantIsSomebody,
  powerNeedsTheQuorumOfItsGroup,
  procedureAnswersAsFastAsItsLevel,
  promisedMessageHasASender,
  quorumCanBeMet,
  raiseChangesTheLevel,
  referredDocumentExists,
  requirementStandsOnOneSideOfItsAction,
  responseComesBeforeTheRaise,
  reviewIsNotOverdue,
  runbookHasTheSeverityOfItsAlert,
  servicePagesAtTheSeverityOfItsAlerts,
  severityIsAlwaysDecided,
  severityIsStatedOnce,
  sourceDocumentHasAReviewCadence,
  sourceNamesAPartThatExists,
  specificRaiseComesFirst,
  startOfADeadlineIsNoticed,
  stepNeedsNothingThatWasTakenAway,
  stepsFitTheirDeadline,
  takeoverLeavesTime,
  timeLimitIsKeptByAClock,
  timelockFitsItsStep,
  timerDoesNotOvertakeTheProcedure,
  triggerAgreesWithItsMonitor,
  vagueWordHasANumber,
  whatAStepWaitsForCanCome,
  whoeverIsPagedStandsOnTheContactSheet,
  worseLevelHasTheFurtherLimit,
  worstIncidentIsStabilisedBeforeItIsDiagnosed,
];
