import type { KnownContradiction } from './known-contradiction.ts';

export const RWA_TOKENS: readonly KnownContradiction[] = [
  [
    'the freeze has four sets of approvals',
    'action-needs-the-same-approvals-everywhere',
    ['activate-control-42', '4 ways', 'section 14.4'],
  ],
  [
    'an upgrade needs the commander in one place only',
    'action-needs-the-same-approvals-everywhere',
    ['upgrade-program', 'section 1.3'],
  ],
  [
    'Legal plus the commander can be one human',
    'approvals-come-from-different-people',
    ['chief-technology-officer', 'compliance-lead'],
  ],
  ['two stolen keys cancel an upgrade', 'power-needs-the-quorum-of-its-group', ['2 of `emergency-signers`']],
  [
    're-verification comes before and after execution',
    'requirement-stands-on-one-side-of-its-action',
    ['reverified'],
  ],
  [
    'an upgrade waits 48 hours in one place and nowhere else',
    'action-waits-equally-everywhere',
    ['upgrade-program', '48h'],
  ],
  ['signers replace their own stolen keys', 'approver-is-not-the-compromised', ['key-rotation']],
  [
    'with both RPCs down the freeze cannot be sent',
    'approved-action-can-be-carried-out',
    ['rpc', 'activate-control-42'],
  ],
  [
    'the contact sheet names another Technical Lead',
    'holder-is-whom-the-contact-sheet-names',
    ['technical-lead'],
  ],
  [
    'nineteen signers are paged and stand on no sheet',
    'whoever-is-paged-stands-on-the-contact-sheet',
    ['multisig-holders'],
  ],
  ['an exercise names engineers whom no role names', 'participant-is-somebody', ['Engineers']],
  ['Legal reviews what Legal sends', 'nobody-checks-his-own-work', ['regulator-notice-sar']],
  [
    'the status page waits behind notices with an hour',
    'notices-follow-their-deadlines',
    ['post-halt', '15m'],
  ],
  ['an automated entry needs a review', 'automated-message-needs-no-review', ['status-page-entry']],
  ['an ETA is promised that nobody may promise', 'message-promises-what-it-may-say', ['ETA']],
  [
    'the last entry holds the root cause before the review',
    'message-says-only-what-is-known-by-then',
    ['root cause'],
  ],
  [
    'the custodian hears from others than Communications',
    'message-goes-through-its-one-sender',
    ['technical-lead', 'empire'],
  ],
  [
    'a relay with a stolen key is restarted before anybody looks',
    'compromise-is-excluded-before-evidence-is-destroyed',
    ['restart-relay'],
  ],
  ['a test for the freeze meets the other error code', 'codes-have-a-precedence', ['6001', '6042']],
  ['a cache of six hours has no clock', 'time-limit-is-kept-by-a-clock', ['6 hours']],
  [
    'RPC failover is a P1 example and a P2 alert',
    'example-has-the-severity-of-its-monitor',
    ['RPC failover', 'P1', 'P2'],
  ],
  ['two sections give the failover two severities', 'severity-is-stated-once', ['section 2', 'section 10']],
  [
    'an unattended P2 pages every signer after eight hours',
    'response-comes-before-the-raise',
    ['P2 may be answered', 'P0 after 8h', '19 signing seats'],
  ],
  [
    'both AML providers down for ten minutes is nothing',
    'condition-has-a-level-from-its-start',
    ['both-providers-down', '30m'],
  ],
  ['a takeover at minute 15 breaks promises of 15 minutes', 'takeover-leaves-time', ['section 1.3', '30m']],
  [
    'the custodian call is late in the order of the list',
    'steps-fit-their-deadline',
    ['notify-custodian', '5m too long'],
  ],
  [
    'a report in three days is drafted in five business days',
    'one-deadline-has-one-length',
    ['72h', '5 business days'],
  ],
  ['an alert that waits for Monday is due on Saturday', 'held-back-alert-keeps-its-deadline', ['P3']],
  [
    'the freeze lifts after a patch that two causes do not have',
    'what-a-step-waits-for-can-come',
    ['patch-deployed'],
  ],
  [
    'the lift is written in two sections and spoken in one',
    'action-needs-the-same-approvals-everywhere',
    ['lift-control-42', 'in writing'],
  ],
  [
    'the war room calls Legal at P1 and the policy does not',
    'level-calls-the-same-people-everywhere',
    ['compliance-lead', 'section 1.2', 'section 3.2'],
  ],
  ['the direct line is for P0 and rings at P1', 'channel-is-open-at-the-severity-of-its-use', ['ic-line']],
  [
    'signers are paged after the freeze that they sign',
    'approver-is-called-before-he-is-needed',
    ['page-everybody', 'freeze-affected-mints'],
  ],
  [
    'a list good for two days is P0 after eight hours',
    'timer-does-not-overtake-the-procedure',
    ['ofac-oracle-staleness', 'P0 after 8h'],
  ],
  [
    'half of an appraisal period is P0 after eight hours',
    'timer-does-not-overtake-the-procedure',
    ['nav-oracle-freshness'],
  ],
  [
    'a wallet halted for a day is P0 in the same night',
    'timer-does-not-overtake-the-procedure',
    ['volume-halt'],
  ],
  [
    'signers rehearse without the lawyer',
    'exercise-has-everybody-it-needs',
    ['Multi-signature key compromise', 'compliance-lead'],
  ],
  [
    'an exploit is rehearsed without signers',
    'exercise-has-everybody-it-needs',
    ['Smart contract exploit', 'upgrade-signers'],
  ],
];
