// Generated from verifier/contracts.ts by scripts/verifier-pages.ts. Do not edit.
/** The names of the codes of every check that a step may name. */
export const CHECK_CODES: Readonly<Record<string, readonly string[]>> = {
  'sync-committee': ['verified', 'invalid', 'malformed-signature', 'no-keys', 'aggregation-failed', 'malformed-key'],
  update: ['verified', 'invalid', 'slots-out-of-order', 'wrong-period', 'too-few-participants', 'bad-finality-branch', 'bad-next-committee-branch', 'malformed-signature', 'malformed-key', 'aggregation-failed'],
  bootstrap: ['verified', 'wrong-block-root', 'bad-current-committee-branch'],
  beacon: ['fork-boundary-informational', 'sandbox', 'endpoint-outage', 'credential', 'stale', 'wrong-network', 'disagreement', 'single-source', 'several-causes', 'fork-boundary-bug', 'hard-coded-version', 'unexplained'],
  'fork-version': ['unremarkable', 'fork-boundary-informational', 'fork-boundary-bug', 'hard-coded-version', 'unexplained'],
  attestation: ['verified', 'signature-invalid', 'malformed-signature', 'malformed-key', 'malformed-payload', 'other-mint', 'future-slot', 'stale-slot', 'slot-unknown'],
  'slot-age': ['fresh', 'stale', 'future', 'unknown'],
  consensus: ['agreed', 'discrepancy', 'split', 'too-few-sources'],
  'program-error': ['custom-error', 'other-error', 'no-failure', 'truncated-logs', 'malformed-logs'],
  halt: ['halted', 'not-halted', 'refused-otherwise', 'not-a-transfer', 'not-simulated'],
  freeze: ['frozen', 'not-frozen', 'bypassed', 'refused-otherwise', 'flag-not-set', 'flag-unreadable', 'not-a-transfer', 'not-simulated'],
  authority: ['sound', 'repeated-member', 'threshold-differs', 'members-differ', 'not-a-multisig', 'other-authority', 'unreadable'],
  program: ['matches', 'hash-differs', 'authority-differs', 'not-upgradeable', 'malformed', 'absent'],
  evidence: ['intact', 'altered', 'missing', 'unlisted', 'no-manifest'],
  vectors: ['agreed', 'mismatch', 'malformed-file', 'nothing-ran'],
};
