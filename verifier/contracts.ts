import type { CodeTable } from './code-table.ts';
import { BOOTSTRAP_CODES } from './ethereum/bootstrap-codes.ts';
import { FAILURE_CLASSES } from './ethereum/failure-classes.ts';
import { FORK_VERSION_CODES } from './ethereum/fork-version-codes.ts';
import { UPDATE_CODES } from './ethereum/update-codes.ts';
import { ATTESTATION_CODES } from './solana/attestation-codes.ts';
import { ATTRIBUTION_CODES } from './solana/attribution-codes.ts';
import { AUTHORITY_CODES } from './solana/authority-codes.ts';
import { CONSENSUS_CODES } from './solana/consensus-codes.ts';
import { EVIDENCE_CODES } from './solana/evidence-codes.ts';
import { FREEZE_CODES } from './solana/freeze-codes.ts';
import { HALT_CODES } from './solana/halt-codes.ts';
import { PROGRAM_CODES } from './solana/program-codes.ts';
import { SLOT_AGE_CODES } from './solana/slot-age-codes.ts';
import { SYNC_COMMITTEE_CODES } from './sync-committee-codes.ts';
import { VECTORS_CODES } from './vectors-codes.ts';

/** What one check promises: a question, what it leaves to its caller, and every code it can answer. */
export type Contract = {
  readonly table: CodeTable;
  /** The question it answers, as a sentence. */
  readonly asks: string;
  /** What must hold already, or is not looked at; sentences. */
  readonly leaves: string;
};

/** Every check of this room, by the id that runbooks (`check: ...`), vector files and commands call it by. */
export const CONTRACTS = {
  'sync-committee': {
    table: SYNC_COMMITTEE_CODES,
    asks: 'Was this aggregate BLS signature over this signing root made by all of these keys?',
    leaves:
      "Filtering the keys by the participation bits, the domain, the fork version and the signing root, the number of keys, and that they are the committee's at all.",
  },
  update: {
    table: UPDATE_CODES,
    asks: 'Did two thirds of this sync committee sign this header, and does every branch of the update hold?',
    leaves:
      "That the committee was itself proved for its period, that the Fork object is the chain's, whether the update is newer than what is known, and the execution payload header.",
  },
  bootstrap: {
    table: BOOTSTRAP_CODES,
    asks: 'Is this sync committee the one in the state of a block that is trusted already?',
    leaves:
      'The root of the trusted block, taken from somewhere other than the endpoint that serves the committee.',
  },
  beacon: {
    table: FAILURE_CLASSES,
    asks: 'Why did a verification against live beacon data not happen, or not succeed?',
    leaves: 'The remedy, which stands beside each class; and what an endpoint says only after it is trusted.',
  },
  'fork-version': {
    table: FORK_VERSION_CODES,
    asks: 'Does a changed fork version, or a failed verification near a fork, need to be explained by a defect?',
    leaves: "That the Fork object is the chain's: ask several endpoints.",
  },
  attestation: {
    table: ATTESTATION_CODES,
    asks: 'Did this custodian state these balances for this mint, at a slot that is still fresh?',
    leaves:
      "That the key is the attestor's, that the balances agree with others, and that no later statement exists.",
  },
  'slot-age': {
    table: SLOT_AGE_CODES,
    asks: 'Is this slot recent, measured against the highest of at least two endpoints?',
    leaves: 'Asking at `processed` commitment, and that the endpoints belong to different operators.',
  },
  consensus: {
    table: CONSENSUS_CODES,
    asks: 'Do two distinct sources or more state the supply that is found on chain?',
    leaves: 'That each report is authentic and fresh, and that the sources are independent of each other.',
  },
  'program-error': {
    table: ATTRIBUTION_CODES,
    asks: 'Which program failed first in these logs, and with which custom code?',
    leaves: 'That the logs come from an endpoint worth believing.',
  },
  halt: {
    table: HALT_CODES,
    asks: 'Is a test transfer of this mint refused with the error that the halt must give?',
    leaves: 'A test transfer that would pass if nothing were halted.',
  },
  freeze: {
    table: FREEZE_CODES,
    asks: 'Is a test transfer refused as the freeze must refuse it, and is the paused flag set?',
    leaves:
      'A test transfer that would pass if nothing were frozen, and that both readings are of one moment.',
  },
  authority: {
    table: AUTHORITY_CODES,
    asks: 'Does this right over the mint really need m distinct members out of n?',
    leaves: 'That distinct keys belong to distinct people.',
  },
  program: {
    table: PROGRAM_CODES,
    asks: 'Is the deployed program the audited one, and may only the audited authority replace it?',
    leaves: 'Where the audited values come from, and that both accounts were read at one slot.',
  },
  evidence: {
    table: EVIDENCE_CODES,
    asks: 'Is every file of this evidence bundle the one in its manifest, and no other there?',
    leaves: 'Who wrote the manifest: its own sha256 must have been written down elsewhere.',
  },
  vectors: {
    table: VECTORS_CODES,
    asks: 'Does the verifier still give, for vectors known to be good, what they state?',
    leaves: 'That the vectors were good: they are as trustworthy as where they came from.',
  },
} as const satisfies Readonly<Record<string, Contract>>;

export type ContractId = keyof typeof CONTRACTS;
