import { bytesToHex } from '@noble/curves/utils.js';
import { diagnoseFork, type ForkObservation } from '../ethereum/fork-diagnosis.ts';
import { forkVersionAt } from '../ethereum/fork-version.ts';
import { forkWords } from '../ethereum/fork-words.ts';
import { decodeFork } from '../ethereum/update-json.ts';
import { type Decoder, field, flag, has, hexOf, uint64 } from '../json-fields.ts';
import type { Check, Verdict } from '../verdict.ts';

/** `{ fork, attested_slot, signature_slot, used, verified, used_before? }`, the fork as the Beacon API writes it. */
export const forkVersionRequest: Decoder<Check> = (value, at) => {
  const seen = {
    fork: field(value, at, 'fork', decodeFork),
    attestedSlot: field(value, at, 'attested_slot', uint64),
    signatureSlot: field(value, at, 'signature_slot', uint64),
    used: field(value, at, 'used', hexOf(4)),
    isVerified: field(value, at, 'verified', flag),
    ...(has(value, at, 'used_before') ? { usedBefore: field(value, at, 'used_before', hexOf(4)) } : {}),
  };
  return () => forkVersionVerdict(seen);
};

export function forkVersionVerdict(seen: ForkObservation): Verdict {
  const { fork, signatureSlot, used } = seen;
  return {
    name: diagnoseFork(seen) ?? 'unremarkable',
    facts: {
      used: `0x${bytesToHex(used)}`,
      right: `0x${bytesToHex(forkVersionAt(signatureSlot, fork))} at slot ${signatureSlot}`,
      'fork on chain': forkWords(fork),
    },
  };
}
