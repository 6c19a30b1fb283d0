import { sha256 } from '@noble/hashes/sha2.js';
import { PARTICIPATION_BYTES } from '../../verifier/ethereum/participation.ts';
import { UPDATE_CODES, type UpdateCode } from '../../verifier/ethereum/update-codes.ts';
import { bootstrapVectors } from './light-client-bootstrap.ts';
import { curvePoint, encodeKey } from './off-subgroup.ts';
import {
  COMMITTEE,
  committeeJson,
  FORK_EPOCH,
  FORKS,
  GENESIS,
  hex,
  NEW,
  OLD,
  type Plan,
  plan,
  type UpdateJson,
  updateOf,
} from './signed-update.ts';

const ALTAIR_SLOT = 900n * 32n + 7n;
const ELECTRA_SLOT = 1_500n * 32n + 7n;
const GLOAS_SLOT = 2_500n * 32n + 7n;

type Vector = { id: string; expect: number; reason: string };

/**
 * Every code of the update layer, for the state of each fork; the next committee of every update is
 * the file's own.
 */
export function lightClientUpdateVectors() {
  return {
    description:
      'Return codes of the light client update and bootstrap, for the states of Altair, Electra and Gloas.',
    generator: 'scripts/generate-vectors.mjs (deterministic; the keys are derived from labels and worthless)',
    genesis_validators_root: hex(GENESIS),
    electra_epoch: String(FORKS.electraEpoch),
    gloas_epoch: String(FORKS.gloasEpoch),
    fork: { previous_version: hex(OLD), current_version: hex(NEW), epoch: String(FORK_EPOCH) },
    committee: committeeJson(COMMITTEE),
    updates: [...verified(), ...refusedEarly(), ...refusedBranches(), ...refusedSignatures()],
    bootstraps: bootstrapVectors(),
  };
}

function verified(): Vector[] {
  return [
    vector('verified', 'altair', 'both proofs in a state of Altair', plan(ALTAIR_SLOT)),
    vector('verified', 'electra', 'both proofs in a state of Electra', plan(ELECTRA_SLOT)),
    vector('verified', 'gloas', 'both proofs in a state of Gloas', plan(GLOAS_SLOT)),
    vector('verified', 'finality-only', 'a finality update names no next committee', {
      ...plan(ELECTRA_SLOT),
      parts: 'finality',
    }),
    vector('verified', 'neither-part', 'zero branches say that both parts are absent', {
      ...plan(ELECTRA_SLOT),
      parts: 'none',
    }),
    vector('verified', 'exactly-two-thirds', '342 of 512', { ...plan(ELECTRA_SLOT), present: 342 }),
    vector('verified', 'first-block-of-fork', 'signed in the last slot before the fork: previous version', {
      ...plan(FORK_EPOCH * 32n - 1n),
      version: OLD,
    }),
    vector(
      'verified',
      'skipped-over-fork',
      'attested before the fork, signed after a skipped slot: new version',
      {
        ...plan(FORK_EPOCH * 32n - 1n),
        signatureSlot: FORK_EPOCH * 32n + 1n,
        version: NEW,
      },
    ),
  ];
}

function refusedEarly(): Vector[] {
  const base = plan(ELECTRA_SLOT);
  const slots = (id: string, reason: string, changes: Partial<Plan>) =>
    vector('slots-out-of-order', id, reason, { ...base, ...changes });
  return [
    slots('from-the-future', 'signed after the current slot', { currentSlot: base.signatureSlot - 1n }),
    slots('signed-in-its-own-slot', 'a header cannot be signed in its own slot', {
      signatureSlot: base.attestedSlot,
    }),
    slots('finalized-after-attested', 'finalized later than attested', {
      finalizedSlot: base.attestedSlot + 1n,
    }),
    vector('wrong-period', 'wrong-period', 'the committee of the period before', {
      ...base,
      period: base.period - 1n,
    }),
    vector('too-few-participants', 'below-two-thirds', '341 of 512, soundly signed', {
      ...base,
      present: 341,
    }),
    vector('too-few-participants', 'nobody', 'no bits, the signature at infinity', { ...base, present: 0 }),
  ];
}

function refusedBranches(): Vector[] {
  const both = plan(ELECTRA_SLOT);
  const older = updateOf(plan(ALTAIR_SLOT));
  const branches = ['finality_branch', 'next_sync_committee_branch'] as const;
  return branches.flatMap((name) => {
    const code = name === 'finality_branch' ? 'bad-finality-branch' : 'bad-next-committee-branch';
    const good = updateOf(both)[name] as string[];
    const refuse = (id: string, reason: string, branch: string[]) =>
      vector(code, `${name}-${id}`, reason, both, { [name]: branch });
    return [
      refuse('altered', 'one node altered', [flipLast(good[0] as string), ...good.slice(1)]),
      refuse('short', 'the last node missing', good.slice(0, -1)),
      refuse('long', 'one node too many', [...good, hex(GENESIS)]),
      refuse('older-fork', 'the branch of a state before Electra', older[name] as string[]),
    ];
  });
}

function refusedSignatures(): Vector[] {
  const base = plan(ELECTRA_SLOT);
  const aggregate = updateOf(base)['sync_aggregate'] as Record<string, string>;
  const withSignature = (signature: string) => ({
    sync_aggregate: { ...aggregate, sync_committee_signature: signature },
  });
  return [
    vector('invalid', 'hard-coded-version', 'signed under the version before the fork', {
      ...base,
      version: OLD,
    }),
    vector('invalid', 'other-network', 'signed under another genesis root', {
      ...base,
      genesis: sha256(GENESIS),
    }),
    vector('invalid', 'other-bits', 'a member counted that did not sign', base, {
      sync_aggregate: { ...aggregate, sync_committee_bits: `0x${'ff'.repeat(PARTICIPATION_BYTES)}` },
    }),
    vector(
      'invalid',
      'infinite-signature',
      'the point at infinity',
      base,
      withSignature(`0xc0${'00'.repeat(95)}`),
    ),
    vector(
      'malformed-signature',
      'zeros-for-a-signature',
      '96 zeros',
      base,
      withSignature(`0x${'00'.repeat(96)}`),
    ),
    {
      ...vector('malformed-key', 'malformed-member', 'a participating member has no valid key', base),
      ...withMember(`0x${'00'.repeat(48)}`),
    },
    {
      ...vector('aggregation-failed', 'member-outside-g1', 'a participating key outside the subgroup', base),
      ...withMember(hex(encodeKey(curvePoint(5n)))),
    },
  ];
}

const withMember = (key: string) => ({ committee_member: { index: 0, key } });

function vector(code: UpdateCode, id: string, reason: string, from: Plan, changes: UpdateJson = {}): Vector {
  return {
    id,
    expect: UPDATE_CODES[code].code,
    reason,
    ...{
      period: String(from.period),
      current_slot: String(from.currentSlot),
      update: { ...updateOf(from), ...changes },
    },
  };
}

const flipLast = (text: string): string => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');
