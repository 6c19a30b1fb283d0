import { acceptUnwritten } from './accept-unwritten.ts';
import { anyApprovalWillDo } from './any-approval-will-do.ts';
import { dropApproval } from './drop-approval.ts';
import { dropAuthority } from './drop-authority.ts';
import { dropBackup } from './drop-backup.ts';
import { dropCadence } from './drop-cadence.ts';
import { dropCause } from './drop-cause.ts';
import { dropClosing } from './drop-closing.ts';
import { dropCondition } from './drop-condition.ts';
import { dropControl } from './drop-control.ts';
import { dropControlEnd } from './drop-control-end.ts';
import { dropDeadline } from './drop-deadline.ts';
import { dropEnding } from './drop-ending.ts';
import { dropException } from './drop-exception.ts';
import { dropLoss } from './drop-loss.ts';
import { dropMessage } from './drop-message.ts';
import { dropMilestone } from './drop-milestone.ts';
import { dropNeed } from './drop-need.ts';
import { dropNotification } from './drop-notification.ts';
import { dropOutcome } from './drop-outcome.ts';
import { dropOverride } from './drop-override.ts';
import { dropPage } from './drop-page.ts';
import { dropPath } from './drop-path.ts';
import { dropPathLevel } from './drop-path-level.ts';
import { dropPrecedence } from './drop-precedence.ts';
import { dropProduct } from './drop-product.ts';
import { dropQuestion } from './drop-question.ts';
import { dropRaise } from './drop-raise.ts';
import { dropRemedy } from './drop-remedy.ts';
import { dropRequirement } from './drop-requirement.ts';
import { dropReview } from './drop-review.ts';
import { dropStep } from './drop-step.ts';
import { dropTakeover } from './drop-takeover.ts';
import { dropThreshold } from './drop-threshold.ts';
import { dropTimeBox } from './drop-time-box.ts';
import { dropTimelock } from './drop-timelock.ts';
import { dropTimeout } from './drop-timeout.ts';
import { earlierByAGrain } from './earlier-by-a-grain.ts';
import { excuseAtClose } from './excuse-at-close.ts';
import { fewerSigners } from './fewer-signers.ts';
import { flipChoice } from './flip-choice.ts';
import { keepFact } from './keep-fact.ts';
import { laterByAGrain } from './later-by-a-grain.ts';
import { lengthenTime } from './lengthen-time.ts';
import { loopOff } from './loop-off.ts';
import { loosenOrder } from './loosen-order.ts';
import { moreSigners } from './more-signers.ts';
import { negateCondition } from './negate-condition.ts';
import type { Operator } from './operator.ts';
import { redirectOutcome } from './redirect-outcome.ts';
import { repeatStep } from './repeat-step.ts';
import { samePersonTwice } from './same-person-twice.ts';
import { severityOffByOne } from './severity-off-by-one.ts';
import { shortenTime } from './shorten-time.ts';
import { shrinkCondition } from './shrink-condition.ts';
import { swapPathLevels } from './swap-path-levels.ts';
import { swapSteps } from './swap-steps.ts';
import { wrongRole } from './wrong-role.ts';

/** In the order of their names. */
export const ALL_OPERATORS: readonly Operator[] = [
  acceptUnwritten,
  anyApprovalWillDo,
  dropApproval,
  dropAuthority,
  dropBackup,
  dropCadence,
  dropCause,
  dropClosing,
  dropCondition,
  dropControl,
  dropControlEnd,
  dropDeadline,
  dropEnding,
  dropException,
  dropLoss,
  dropMessage,
  dropMilestone,
  dropNeed,
  dropNotification,
  dropOutcome,
  dropOverride,
  dropPage,
  dropPath,
  dropPathLevel,
  dropPrecedence,
  dropProduct,
  dropQuestion,
  dropRaise,
  dropRemedy,
  dropRequirement,
  dropReview,
  dropStep,
  dropTakeover,
  dropThreshold,
  dropTimeBox,
  dropTimelock,
  dropTimeout,
  earlierByAGrain,
  excuseAtClose,
  fewerSigners,
  flipChoice,
  keepFact,
  laterByAGrain,
  lengthenTime,
  loopOff,
  loosenOrder,
  moreSigners,
  negateCondition,
  redirectOutcome,
  repeatStep,
  samePersonTwice,
  severityOffByOne,
  shortenTime,
  shrinkCondition,
  swapPathLevels,
  swapSteps,
  wrongRole,
];
