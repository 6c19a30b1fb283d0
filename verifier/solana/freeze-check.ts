import { type Attribution, attributeError, type ProgramError } from './error-attribution.ts';
import type { FreezeCode } from './freeze-codes.ts';
import { TOKEN_2022_PROGRAM } from './program-ids.ts';

/** What `simulateTransaction` returned for one transaction. */
export type Simulation = {
  readonly slot: bigint;
  /** The RPC's `err`: null when the transaction would succeed. */
  readonly err: unknown;
  readonly logs: readonly unknown[];
};

export type FreezeObservation = {
  /** Index of the one instruction that transfers the mint in question; null without one. */
  readonly transferIndex: number | null;
  /** Null when no endpoint simulated it. */
  readonly simulation: Simulation | null;
  /** Null when it could not be read. */
  readonly paused: boolean | null;
};

export type FreezeVerdict = {
  readonly name: FreezeCode;
  /** Why the transfer was refused; null when it passed or was not simulated. */
  readonly refusal: Attribution | null;
};

/** Token-2022 `TokenError::MintPaused`: the whole mint is paused. */
export const MINT_PAUSED: ProgramError = { program: TOKEN_2022_PROGRAM, code: 67 };
/**
 * Token-2022 `TokenError::AccountFrozen`: proves that ONE of the two accounts is frozen, not that the mint
 * is.
 */
export const ACCOUNT_FROZEN: ProgramError = { program: TOKEN_2022_PROGRAM, code: 17 };

/**
 * Is the freeze really in force? A simulated test transfer must be refused with one of the expected errors,
 * matched by (program, code), by its transfer instruction and no other, and the paused flag must be set. Any
 * other failure (no balance, stale oracle, unknown payer) proves nothing about a freeze.
 *
 * Leaves to its caller: a test transfer that would pass if nothing were frozen, and that simulation and flag
 * are of one moment.
 */
export function checkFreeze(seen: FreezeObservation, expected: readonly ProgramError[]): FreezeVerdict {
  const { transferIndex, simulation, paused } = seen;
  if (transferIndex === null) return { name: 'notATransfer', refusal: null };
  if (simulation === null) return { name: 'notSimulated', refusal: null };
  if (simulation.err === null) return { name: paused === true ? 'bypassed' : 'notFrozen', refusal: null };
  const refusal = attributeError(simulation.logs);
  if (!isExpected(refusal, simulation.err, transferIndex, expected))
    return { name: 'refusedOtherwise', refusal };
  if (paused === null) return { name: 'flagUnreadable', refusal };
  return { name: paused ? 'frozen' : 'flagNotSet', refusal };
}

/** Logs name the program, `err` names the instruction; both name the code, and must agree. */
function isExpected(
  { error }: Attribution,
  err: unknown,
  transferIndex: number,
  expected: readonly ProgramError[],
): boolean {
  const told = instructionError(err);
  if (error === null || told === null) return false;
  if (told.index !== transferIndex || told.code !== error.code) return false;
  return expected.some(({ program, code }) => program === error.program && code === error.code);
}

/** Reads `{"InstructionError": [index, {"Custom": code}]}`; null for every other error. */
function instructionError(err: unknown): { index: unknown; code: unknown } | null {
  const pair = property(err, 'InstructionError');
  if (!Array.isArray(pair) || pair.length !== 2) return null;
  return { index: pair[0], code: property(pair[1], 'Custom') };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
