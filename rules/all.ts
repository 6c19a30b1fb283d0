import { actingRoleIsPaged } from './acting-role-is-paged.ts';
import { conditionHasALevelFromItsStart } from './condition-has-a-level-from-its-start.ts';
import { escalationPathEnds } from './escalation-path-ends.ts';
import { everyAlertOpensARunbook } from './every-alert-opens-a-runbook.ts';
import { everyCauseCanBeResolved } from './every-cause-can-be-resolved.ts';
import { everyExampleLeadsSomewhere } from './every-example-leads-somewhere.ts';
import { everyLevelHasOnePolicy } from './every-level-has-one-policy.ts';
import { everyLevelIsReached } from './every-level-is-reached.ts';
import { everyOutcomeCanBeResolved } from './every-outcome-can-be-resolved.ts';
import { everyRunbookCanBeOpened } from './every-runbook-can-be-opened.ts';
import { everyStepCanBeReached } from './every-step-can-be-reached.ts';
import { exampleGivesTheNumbersOfItsMonitor } from './example-gives-the-numbers-of-its-monitor.ts';
import { exampleHasTheSeverityOfItsMonitor } from './example-has-the-severity-of-its-monitor.ts';
import { fileIsNamedForItsDocument } from './file-is-named-for-its-document.ts';
import { measuredTriggerHasAMonitor } from './measured-trigger-has-a-monitor.ts';
import { pageMovesOn } from './page-moves-on.ts';
import { quorumCanBeMet } from './quorum-can-be-met.ts';
import { raiseChangesTheLevel } from './raise-changes-the-level.ts';
import type { Rule } from './rule.ts';
import { runbookHasTheSeverityOfItsAlert } from './runbook-has-the-severity-of-its-alert.ts';
import { servicePagesAtTheSeverityOfItsAlerts } from './service-pages-at-the-severity-of-its-alerts.ts';
import { severityIsAlwaysDecided } from './severity-is-always-decided.ts';
import { severityIsStatedOnce } from './severity-is-stated-once.ts';
import { specificRaiseComesFirst } from './specific-raise-comes-first.ts';
import { whatAStepWaitsForCanCome } from './what-a-step-waits-for-can-come.ts';
import { worseLevelHasTheFurtherLimit } from './worse-level-has-the-further-limit.ts';

/** Every rule that `check` runs, in the order of their names. */
export const ALL_RULES: readonly Rule[] = [
  actingRoleIsPaged,
  conditionHasALevelFromItsStart,
  escalationPathEnds,
  everyAlertOpensARunbook,
  everyCauseCanBeResolved,
  everyExampleLeadsSomewhere,
  everyLevelHasOnePolicy,
  everyLevelIsReached,
  everyOutcomeCanBeResolved,
  everyRunbookCanBeOpened,
  everyStepCanBeReached,
  exampleGivesTheNumbersOfItsMonitor,
  exampleHasTheSeverityOfItsMonitor,
  fileIsNamedForItsDocument,
  measuredTriggerHasAMonitor,
  pageMovesOn,
  quorumCanBeMet,
  raiseChangesTheLevel,
  runbookHasTheSeverityOfItsAlert,
  servicePagesAtTheSeverityOfItsAlerts,
  severityIsAlwaysDecided,
  severityIsStatedOnce,
  specificRaiseComesFirst,
  whatAStepWaitsForCanCome,
  worseLevelHasTheFurtherLimit,
];
