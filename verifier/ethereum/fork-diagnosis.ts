import { equalBytes } from '@noble/curves/utils.js';
import type { FailureClass } from './failure-classes.ts';
import { type Fork, forkVersionAt } from './fork-version.ts';
import type { Slot } from './slots.ts';

/** One verification, seen from outside: which fork version was used, and what came of it. */
export type ForkObservation = {
  /** The Fork object as the chain gives it now. */
  readonly fork: Fork;
  readonly attestedSlot: Slot;
  readonly signatureSlot: Slot;
  /** The version that went into the domain, 4 bytes. */
  readonly used: Uint8Array;
  readonly isVerified: boolean;
  /** The version of the verification before this one, where there was one. */
  readonly usedBefore?: Uint8Array;
};

export type ForkDiagnosis = Extract<
  FailureClass,
  'fork-boundary-informational' | 'fork-boundary-bug' | 'hard-coded-version' | 'unexplained'
>;

/**
 * Explains a change of the fork version, or a failure that may come from it; `undefined` where nothing
 * needs explaining.
 */
export function diagnoseFork(seen: ForkObservation): ForkDiagnosis | undefined {
  const isRight = equalBytes(seen.used, forkVersionAt(seen.signatureSlot, seen.fork));
  if (!isRight) return isFromWrongSlot(seen) ? 'fork-boundary-bug' : 'hard-coded-version';
  if (!seen.isVerified) return 'unexplained';
  const isChanged = seen.usedBefore !== undefined && !equalBytes(seen.usedBefore, seen.used);
  return isChanged ? 'fork-boundary-informational' : undefined;
}

/**
 * Whether a rule that does read the Fork object, but looks at the wrong slot, yields the version: the
 * current one always, or that of the attested or of the signature slot itself.
 */
function isFromWrongSlot({ fork, attestedSlot, signatureSlot, used }: ForkObservation): boolean {
  const atSlot = (slot: Slot) => forkVersionAt(slot + 1n, fork);
  const candidates = [fork.currentVersion, atSlot(attestedSlot), atSlot(signatureSlot)];
  return candidates.some((version) => equalBytes(version, used));
}
