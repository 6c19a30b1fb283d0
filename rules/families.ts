/** Rules that look at one side of a book; families and their rules stand in the order of what an oversight costs. */
export interface Family {
  readonly title: string;
  /** What it is about, for somebody who has never seen the rules. */
  readonly about: string;
  readonly rules: readonly string[];
}

export const FAMILIES: readonly Family[] = [
  {
    title: 'Promises that the procedure cannot keep',
    about:
      'Nobody has to fail: people who are awake, willing and fast follow the text, and a promise breaks or the incident never ends.',
    rules: [
      'steps-fit-their-deadline',
      'takeover-leaves-time',
      'approved-action-can-be-carried-out',
      'step-needs-nothing-that-was-taken-away',
      'evidence-is-preserved-before-it-is-destroyed',
      'what-a-step-waits-for-can-come',
      'named-event-can-happen',
      'every-cause-can-be-resolved',
    ],
  },
  {
    title: 'Damage that the procedure itself does',
    about: 'Steps that wipe out the traces, or come after the harm that they are to stop.',
    rules: [
      'compromise-is-excluded-before-evidence-is-destroyed',
      'destroyed-evidence-is-preserved-somewhere',
      'worst-incident-is-stabilised-before-it-is-diagnosed',
    ],
  },
  {
    title: 'Who may decide',
    about:
      'Approvals that differ from place to place, can be passed by, come from one person, or can never be given.',
    rules: [
      'action-needs-the-same-approvals-everywhere',
      'approver-is-not-the-compromised',
      'approver-is-called-before-he-is-needed',
      'approvals-come-from-different-people',
      'power-needs-the-quorum-of-its-group',
      'authority-is-not-bypassed',
      'requirement-stands-on-one-side-of-its-action',
      'action-waits-equally-everywhere',
      'timelock-fits-its-step',
      'quorum-can-be-met',
      'every-action-is-taken',
    ],
  },
  {
    title: 'Who is there',
    about: 'Pages that reach nobody, roles that hang on one person, and tables that name different people.',
    rules: [
      'absence-leaves-no-role-empty',
      'whoever-is-paged-stands-on-the-contact-sheet',
      'acting-role-is-paged',
      'level-calls-the-same-people-everywhere',
      'channel-is-open-at-the-severity-of-its-use',
      'holder-is-whom-the-contact-sheet-names',
      'paged-person-can-be-reached',
      'nobody-checks-his-own-work',
      'backup-is-somebody-else',
      'escalation-path-ends',
      'page-moves-on',
      'participant-is-somebody',
    ],
  },
  {
    title: 'Clocks that run against each other',
    about: 'Timers that overtake the work, clocks without a start, and alerts that come too late.',
    rules: [
      'response-comes-before-the-raise',
      'timer-does-not-overtake-the-procedure',
      'acknowledgement-comes-before-the-takeover',
      'held-back-alert-keeps-its-deadline',
      'monitor-looks-often-enough',
      'procedure-answers-as-fast-as-its-level',
      'one-deadline-has-one-length',
      'start-of-a-deadline-is-noticed',
      'deadline-says-when-it-starts',
    ],
  },
  {
    title: 'How severe it is',
    about: 'The same trouble with two severities, a scale with gaps, and raises that never come.',
    rules: [
      'severity-is-stated-once',
      'example-has-the-severity-of-its-monitor',
      'runbook-has-the-severity-of-its-alert',
      'trigger-agrees-with-its-monitor',
      'service-pages-at-the-severity-of-its-alerts',
      'severity-is-always-decided',
      'condition-has-a-level-from-its-start',
      'specific-raise-comes-first',
      'raise-changes-the-level',
      'worse-level-has-the-further-limit',
      'example-gives-the-numbers-of-its-monitor',
      'every-level-has-one-policy',
      'every-level-is-reached',
    ],
  },
  {
    title: 'Ways that lead nowhere',
    about: 'Alerts without a procedure, steps that wait for ever, and endings that nothing reaches.',
    rules: [
      'every-outcome-can-be-resolved',
      'every-alert-opens-a-runbook',
      'every-runbook-can-be-opened',
      'every-step-can-be-reached',
      'every-example-leads-somewhere',
      'measured-trigger-has-a-monitor',
      'referred-document-exists',
      'document-lies-in-one-that-exists',
      'declared-thing-is-used',
      'comparison-compares-several',
      'file-is-named-for-its-document',
    ],
  },
  {
    title: 'What is said to whom',
    about:
      'Messages that are late by their own order, promised without a sender, or forbidden by another page.',
    rules: [
      'notices-follow-their-deadlines',
      'message-promises-what-it-may-say',
      'message-says-only-what-is-known-by-then',
      'automated-message-needs-no-review',
      'message-goes-through-its-one-sender',
      'promised-message-has-a-sender',
    ],
  },
  {
    title: 'What the codes mean',
    about: 'Codes that leave open which one is given, what to do, and whether their effect happened.',
    rules: [
      'every-code-of-a-check-is-handled',
      'codes-have-a-precedence',
      'code-has-a-runbook',
      'effect-of-a-code-is-verified',
    ],
  },
  {
    title: 'What nobody rehearses or keeps current',
    about:
      'Procedures that no exercise covers, services that nothing watches, and documents past their review.',
    rules: [
      'every-key-has-a-procedure-for-its-loss',
      'every-service-is-watched',
      'every-runbook-is-exercised',
      'exercise-has-everybody-it-needs',
      'every-exercise-has-a-runbook',
      'every-exercise-has-a-scenario',
      'exercise-is-held-in-its-quarter',
      'every-part-of-the-source-is-carried',
      'source-names-a-part-that-exists',
      'review-is-not-overdue',
      'document-is-no-older-than-what-it-says',
      'source-document-has-a-review-cadence',
    ],
  },
  {
    title: 'Words that two readers read differently',
    about: 'Limits without a number, numbers without a clock, and abbreviations that nobody explains.',
    rules: [
      'vague-word-has-a-number',
      'time-limit-is-kept-by-a-clock',
      'abbreviation-stands-in-the-glossary',
    ],
  },
];
