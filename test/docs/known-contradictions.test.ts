import { describe, expect, test } from 'vitest';
import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { checkBook } from '../../rules/check-book.ts';
import { shippedFiles } from './shipped-books.ts';

/** What a careful reader finds by hand: the book, the rule that has to find it, and words of the message. */
const KNOWN: readonly (readonly [what: string, book: string, rule: string, words: readonly string[]])[] = [
  [
    'the freeze has four sets of approvals',
    'rwa-tokens',
    'action-needs-the-same-approvals-everywhere',
    ['activate-control-42', '4 ways', 'section 14.4'],
  ],
  [
    'an upgrade needs the commander in one place only',
    'rwa-tokens',
    'action-needs-the-same-approvals-everywhere',
    ['upgrade-program', 'section 1.3'],
  ],
  [
    'Legal plus the commander can be one human',
    'rwa-tokens',
    'approvals-come-from-different-people',
    ['chief-technology-officer', 'compliance-lead'],
  ],
  [
    'two stolen keys cancel an upgrade',
    'rwa-tokens',
    'power-needs-the-quorum-of-its-group',
    ['2 of `emergency-signers`'],
  ],
  [
    're-verification comes before and after execution',
    'rwa-tokens',
    'requirement-stands-on-one-side-of-its-action',
    ['reverified'],
  ],
  [
    'an upgrade waits 48 hours in one place and nowhere else',
    'rwa-tokens',
    'action-waits-equally-everywhere',
    ['upgrade-program', '48h'],
  ],
  [
    'signers replace their own stolen keys',
    'rwa-tokens',
    'approver-is-not-the-compromised',
    ['key-rotation'],
  ],
  [
    'with both RPCs down the freeze cannot be sent',
    'rwa-tokens',
    'approved-action-can-be-carried-out',
    ['rpc', 'activate-control-42'],
  ],
  [
    'the contact sheet names another Technical Lead',
    'rwa-tokens',
    'holder-is-whom-the-contact-sheet-names',
    ['technical-lead'],
  ],
  [
    'nineteen signers are paged and stand on no sheet',
    'rwa-tokens',
    'whoever-is-paged-stands-on-the-contact-sheet',
    ['multisig-holders'],
  ],
  ['an exercise names engineers whom no role names', 'rwa-tokens', 'participant-is-somebody', ['Engineers']],
  ['Legal reviews what Legal sends', 'rwa-tokens', 'nobody-checks-his-own-work', ['regulator-notice-sar']],
  [
    'the status page waits behind notices with an hour',
    'rwa-tokens',
    'notices-follow-their-deadlines',
    ['post-halt', '15m'],
  ],
  [
    'an automated entry needs a review',
    'rwa-tokens',
    'automated-message-needs-no-review',
    ['status-page-entry'],
  ],
  ['an ETA is promised that nobody may promise', 'rwa-tokens', 'message-promises-what-it-may-say', ['ETA']],
  [
    'the last entry holds the root cause before the review',
    'rwa-tokens',
    'message-says-only-what-is-known-by-then',
    ['root cause'],
  ],
  [
    'the custodian hears from others than Communications',
    'rwa-tokens',
    'message-goes-through-its-one-sender',
    ['technical-lead', 'empire'],
  ],
  [
    'a relay with a stolen key is restarted before anybody looks',
    'rwa-tokens',
    'compromise-is-excluded-before-evidence-is-destroyed',
    ['restart-relay'],
  ],
  [
    'a test for the freeze meets the other error code',
    'rwa-tokens',
    'codes-have-a-precedence',
    ['6001', '6042'],
  ],
  ['a cache of six hours has no clock', 'rwa-tokens', 'time-limit-is-kept-by-a-clock', ['6 hours']],
  [
    'the reboot comes before anything excludes a compromise',
    'paxiom',
    'compromise-is-excluded-before-evidence-is-destroyed',
    ['reboot-instance', 'host-compromise-suspected'],
  ],
  [
    'a suspected host is handed to a procedure that needs the host',
    'paxiom',
    'step-needs-nothing-that-was-taken-away',
    ['o-108-server-inaccessible', 'stop-signing'],
  ],
  [
    'the sweep needs the signing that the step before it stops',
    'paxiom',
    'step-needs-nothing-that-was-taken-away',
    ['sweep-k-002', 'production-signing', 'k-002'],
  ],
  [
    'an exhausted service is restarted without a capture',
    'paxiom',
    'evidence-is-preserved-before-it-is-destroyed',
    ['restart-exhausted-service', 'resource-exhausted'],
  ],
  [
    'RPC failover is a P1 example and a P2 alert',
    'rwa-tokens',
    'example-has-the-severity-of-its-monitor',
    ['RPC failover', 'P1', 'P2'],
  ],
  [
    'two sections give the failover two severities',
    'rwa-tokens',
    'severity-is-stated-once',
    ['section 2', 'section 10'],
  ],
  [
    'an unattended P2 pages every signer after eight hours',
    'rwa-tokens',
    'response-comes-before-the-raise',
    ['P2 may be answered', 'P0 after 8h', '19 signing seats'],
  ],
  [
    'both AML providers down for ten minutes is nothing',
    'rwa-tokens',
    'condition-has-a-level-from-its-start',
    ['both-providers-down', '30m'],
  ],
  [
    'a takeover at minute 15 breaks promises of 15 minutes',
    'rwa-tokens',
    'takeover-leaves-time',
    ['section 1.3', '30m'],
  ],
  [
    'the custodian call is late in the order of the list',
    'rwa-tokens',
    'steps-fit-their-deadline',
    ['notify-custodian', '5m too long'],
  ],
  [
    'a report in three days is drafted in five business days',
    'rwa-tokens',
    'one-deadline-has-one-length',
    ['72h', '5 business days'],
  ],
  [
    'an alert that waits for Monday is due on Saturday',
    'rwa-tokens',
    'held-back-alert-keeps-its-deadline',
    ['P3'],
  ],
  [
    'the freeze lifts after a patch that two causes do not have',
    'rwa-tokens',
    'what-a-step-waits-for-can-come',
    ['patch-deployed'],
  ],
  [
    'the lift is written in two sections and spoken in one',
    'rwa-tokens',
    'action-needs-the-same-approvals-everywhere',
    ['lift-control-42', 'in writing'],
  ],
  [
    'the war room calls Legal at P1 and the policy does not',
    'rwa-tokens',
    'level-calls-the-same-people-everywhere',
    ['compliance-lead', 'section 1.2', 'section 3.2'],
  ],
  [
    'the direct line is for P0 and rings at P1',
    'rwa-tokens',
    'channel-is-open-at-the-severity-of-its-use',
    ['ic-line'],
  ],
  [
    'signers are paged after the freeze that they sign',
    'rwa-tokens',
    'approver-is-called-before-he-is-needed',
    ['page-everybody', 'freeze-affected-mints'],
  ],
  [
    'a list good for two days is P0 after eight hours',
    'rwa-tokens',
    'timer-does-not-overtake-the-procedure',
    ['ofac-oracle-staleness', 'P0 after 8h'],
  ],
  [
    'half of an appraisal period is P0 after eight hours',
    'rwa-tokens',
    'timer-does-not-overtake-the-procedure',
    ['nav-oracle-freshness'],
  ],
  [
    'a wallet halted for a day is P0 in the same night',
    'rwa-tokens',
    'timer-does-not-overtake-the-procedure',
    ['volume-halt'],
  ],
  [
    'signers rehearse without the lawyer',
    'rwa-tokens',
    'exercise-has-everybody-it-needs',
    ['Multi-signature key compromise', 'compliance-lead'],
  ],
  [
    'an exploit is rehearsed without signers',
    'rwa-tokens',
    'exercise-has-everybody-it-needs',
    ['Smart contract exploit', 'upgrade-signers'],
  ],
  ['three minutes of discipline take five', 'paxiom', 'steps-fit-their-deadline', ['discipline', '3m']],
  [
    'a morning check asks for a response within minutes',
    'paxiom',
    'monitor-looks-often-enough',
    ['24h', 'within minutes'],
  ],
  ['a dispute is SEV-2 and a symptom of SEV-1', 'paxiom', 'severity-is-stated-once', ['O-106', 'O-102']],
  [
    'hours on the page, minutes on the cover',
    'paxiom',
    'procedure-answers-as-fast-as-its-level',
    ['o-104-ao-process-unresponsive'],
  ],
  [
    'a file lies in a repository that does not exist',
    'paxiom',
    'document-lies-in-one-that-exists',
    ['lib.rs', 'k-luecke/bls-verifier'],
  ],
  [
    'a revision tells of days after its date',
    'paxiom',
    'document-is-no-older-than-what-it-says',
    ['2026-04-29', '2026-05-02'],
  ],
  ['the audit log is SEV-1 "if extended"', 'paxiom', 'vague-word-has-a-number', ['extended']],
  ['return codes have no precedence', 'paxiom', 'codes-have-a-precedence', ['0, -1, -2, -3 and -4']],
  ['a single operator has no backup', 'paxiom', 'absence-leaves-no-role-empty', ['operator']],
  [
    'a sweep has two signatures',
    'paxiom',
    'action-needs-the-same-approvals-everywhere',
    ['sweep-into-treasury'],
  ],
  [
    'a key is rotated before tracing and after forensics',
    'paxiom',
    'action-needs-the-same-approvals-everywhere',
    ['rotate-exposed-key'],
  ],
];

const findings = new Map(
  ['rwa-tokens', 'paxiom'].map((id) => {
    const book = loadBook(shippedFiles(id), id).book as Book;
    return [id, checkBook(book, ALL_RULES, { today: '2026-06-15' })];
  }),
);

describe('general rules find by themselves what a careful reader finds by hand', () => {
  test.each(KNOWN)('%s', (_, book, rule, words) => {
    const messages = (findings.get(book) ?? [])
      .filter((each) => each.rule === rule)
      .map(({ message }) => message);
    expect(messages.filter((message) => words.every((word) => message.includes(word)))).toHaveLength(1);
  });
});

test('one operator who holds everything is one finding, not one for each role', () => {
  const alone = (findings.get('paxiom') ?? []).filter(({ rule }) => rule === 'absence-leaves-no-role-empty');
  expect(alone).toHaveLength(1);
});
