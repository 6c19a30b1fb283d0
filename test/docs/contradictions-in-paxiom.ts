import type { KnownContradiction } from './known-contradiction.ts';

export const PAXIOM: readonly KnownContradiction[] = [
  [
    'the reboot comes before anything excludes a compromise',
    'compromise-is-excluded-before-evidence-is-destroyed',
    ['reboot-instance', 'host-compromise-suspected'],
  ],
  [
    'a suspected host is handed to a procedure that needs the host',
    'step-needs-nothing-that-was-taken-away',
    ['o-108-server-inaccessible', 'stop-signing'],
  ],
  [
    'the sweep needs the signing that the step before it stops',
    'step-needs-nothing-that-was-taken-away',
    ['sweep-k-002', 'production-signing', 'k-002'],
  ],
  [
    'an exhausted service is restarted without a capture',
    'evidence-is-preserved-before-it-is-destroyed',
    ['restart-exhausted-service', 'resource-exhausted'],
  ],
  ['three minutes of discipline take five', 'steps-fit-their-deadline', ['discipline', '3m']],
  [
    'a morning check asks for a response within minutes',
    'monitor-looks-often-enough',
    ['24h', 'within minutes'],
  ],
  ['a dispute is SEV-2 and a symptom of SEV-1', 'severity-is-stated-once', ['O-106', 'O-102']],
  [
    'hours on the page, minutes on the cover',
    'procedure-answers-as-fast-as-its-level',
    ['o-104-ao-process-unresponsive'],
  ],
  [
    'a file lies in a repository that does not exist',
    'document-lies-in-one-that-exists',
    ['lib.rs', 'k-luecke/bls-verifier'],
  ],
  [
    'a revision tells of days after its date',
    'document-is-no-older-than-what-it-says',
    ['2026-04-29', '2026-05-02'],
  ],
  ['the audit log is SEV-1 "if extended"', 'vague-word-has-a-number', ['extended']],
  ['return codes have no precedence', 'codes-have-a-precedence', ['0, -1, -2, -3 and -4']],
  ['a single operator has no backup', 'absence-leaves-no-role-empty', ['operator']],
  ['a sweep has two signatures', 'action-needs-the-same-approvals-everywhere', ['sweep-into-treasury']],
  [
    'a key is rotated before tracing and after forensics',
    'action-needs-the-same-approvals-everywhere',
    ['rotate-exposed-key'],
  ],
];
