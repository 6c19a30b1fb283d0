import { actingRoleIsPaged } from './acting-role-is-paged.ts';
import { escalationPathEnds } from './escalation-path-ends.ts';
import { everyAlertOpensARunbook } from './every-alert-opens-a-runbook.ts';
import { everyCauseCanBeResolved } from './every-cause-can-be-resolved.ts';
import { everyLevelHasOnePolicy } from './every-level-has-one-policy.ts';
import { everyOutcomeCanBeResolved } from './every-outcome-can-be-resolved.ts';
import { everyRunbookCanBeOpened } from './every-runbook-can-be-opened.ts';
import { everyStepCanBeReached } from './every-step-can-be-reached.ts';
import { fileIsNamedForItsDocument } from './file-is-named-for-its-document.ts';
import { measuredTriggerHasAMonitor } from './measured-trigger-has-a-monitor.ts';
import { pageMovesOn } from './page-moves-on.ts';
import { quorumCanBeMet } from './quorum-can-be-met.ts';
import type { Rule } from './rule.ts';
import { servicePagesAtTheSeverityOfItsAlerts } from './service-pages-at-the-severity-of-its-alerts.ts';
import { whatAStepWaitsForCanCome } from './what-a-step-waits-for-can-come.ts';

/** Every rule that `check` runs, in the order of their names. */
export const ALL_RULES: readonly Rule[] = [
  actingRoleIsPaged,
  escalationPathEnds,
  everyAlertOpensARunbook,
  everyCauseCanBeResolved,
  everyLevelHasOnePolicy,
  everyOutcomeCanBeResolved,
  everyRunbookCanBeOpened,
  everyStepCanBeReached,
  fileIsNamedForItsDocument,
  measuredTriggerHasAMonitor,
  pageMovesOn,
  quorumCanBeMet,
  servicePagesAtTheSeverityOfItsAlerts,
  whatAStepWaitsForCanCome,
];
