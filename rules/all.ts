import { acknowledgementComesBeforeTheTakeover } from './acknowledgement-comes-before-the-takeover.ts';
import { actingRoleIsPaged } from './acting-role-is-paged.ts';
import { conditionHasALevelFromItsStart } from './condition-has-a-level-from-its-start.ts';
import { deadlineSaysWhenItStarts } from './deadline-says-when-it-starts.ts';
import { declaredThingIsUsed } from './declared-thing-is-used.ts';
import { escalationPathEnds } from './escalation-path-ends.ts';
import { everyActionIsTaken } from './every-action-is-taken.ts';
import { everyAlertOpensARunbook } from './every-alert-opens-a-runbook.ts';
import { everyCauseCanBeResolved } from './every-cause-can-be-resolved.ts';
import { everyExampleLeadsSomewhere } from './every-example-leads-somewhere.ts';
import { everyExerciseHasARunbook } from './every-exercise-has-a-runbook.ts';
import { everyExerciseHasAScenario } from './every-exercise-has-a-scenario.ts';
import { everyKeyHasAProcedureForItsLoss } from './every-key-has-a-procedure-for-its-loss.ts';
import { everyLevelHasOnePolicy } from './every-level-has-one-policy.ts';
import { everyLevelIsReached } from './every-level-is-reached.ts';
import { everyOutcomeCanBeResolved } from './every-outcome-can-be-resolved.ts';
import { everyRunbookCanBeOpened } from './every-runbook-can-be-opened.ts';
import { everyRunbookIsExercised } from './every-runbook-is-exercised.ts';
import { everyServiceIsWatched } from './every-service-is-watched.ts';
import { everyStepCanBeReached } from './every-step-can-be-reached.ts';
import { exampleGivesTheNumbersOfItsMonitor } from './example-gives-the-numbers-of-its-monitor.ts';
import { exampleHasTheSeverityOfItsMonitor } from './example-has-the-severity-of-its-monitor.ts';
import { exerciseIsHeldInItsQuarter } from './exercise-is-held-in-its-quarter.ts';
import { fileIsNamedForItsDocument } from './file-is-named-for-its-document.ts';
import { heldBackAlertKeepsItsDeadline } from './held-back-alert-keeps-its-deadline.ts';
import { measuredTriggerHasAMonitor } from './measured-trigger-has-a-monitor.ts';
import { monitorLooksOftenEnough } from './monitor-looks-often-enough.ts';
import { oneDeadlineHasOneLength } from './one-deadline-has-one-length.ts';
import { pageMovesOn } from './page-moves-on.ts';
import { quorumCanBeMet } from './quorum-can-be-met.ts';
import { raiseChangesTheLevel } from './raise-changes-the-level.ts';
import { referredDocumentExists } from './referred-document-exists.ts';
import { responseComesBeforeTheRaise } from './response-comes-before-the-raise.ts';
import { reviewIsNotOverdue } from './review-is-not-overdue.ts';
import type { Rule } from './rule.ts';
import { runbookHasTheSeverityOfItsAlert } from './runbook-has-the-severity-of-its-alert.ts';
import { servicePagesAtTheSeverityOfItsAlerts } from './service-pages-at-the-severity-of-its-alerts.ts';
import { severityIsAlwaysDecided } from './severity-is-always-decided.ts';
import { severityIsStatedOnce } from './severity-is-stated-once.ts';
import { sourceDocumentHasAReviewCadence } from './source-document-has-a-review-cadence.ts';
import { specificRaiseComesFirst } from './specific-raise-comes-first.ts';
import { startOfADeadlineIsNoticed } from './start-of-a-deadline-is-noticed.ts';
import { stepsFitTheirDeadline } from './steps-fit-their-deadline.ts';
import { takeoverLeavesTime } from './takeover-leaves-time.ts';
import { whatAStepWaitsForCanCome } from './what-a-step-waits-for-can-come.ts';
import { worseLevelHasTheFurtherLimit } from './worse-level-has-the-further-limit.ts';

/** Every rule that `check` runs, in the order of their names. */
export const ALL_RULES: readonly Rule[] = [
  acknowledgementComesBeforeTheTakeover,
  actingRoleIsPaged,
  conditionHasALevelFromItsStart,
  deadlineSaysWhenItStarts,
  declaredThingIsUsed,
  escalationPathEnds,
  everyActionIsTaken,
  everyAlertOpensARunbook,
  everyCauseCanBeResolved,
  everyExampleLeadsSomewhere,
  everyExerciseHasARunbook,
  everyExerciseHasAScenario,
  everyKeyHasAProcedureForItsLoss,
  everyLevelHasOnePolicy,
  everyLevelIsReached,
  everyOutcomeCanBeResolved,
  everyRunbookCanBeOpened,
  everyRunbookIsExercised,
  everyServiceIsWatched,
  everyStepCanBeReached,
  exampleGivesTheNumbersOfItsMonitor,
  exampleHasTheSeverityOfItsMonitor,
  exerciseIsHeldInItsQuarter,
  fileIsNamedForItsDocument,
  heldBackAlertKeepsItsDeadline,
  measuredTriggerHasAMonitor,
  monitorLooksOftenEnough,
  oneDeadlineHasOneLength,
  pageMovesOn,
  quorumCanBeMet,
  raiseChangesTheLevel,
  referredDocumentExists,
  responseComesBeforeTheRaise,
  reviewIsNotOverdue,
  runbookHasTheSeverityOfItsAlert,
  servicePagesAtTheSeverityOfItsAlerts,
  severityIsAlwaysDecided,
  severityIsStatedOnce,
  sourceDocumentHasAReviewCadence,
  specificRaiseComesFirst,
  startOfADeadlineIsNoticed,
  stepsFitTheirDeadline,
  takeoverLeavesTime,
  whatAStepWaitsForCanCome,
  worseLevelHasTheFurtherLimit,
];
